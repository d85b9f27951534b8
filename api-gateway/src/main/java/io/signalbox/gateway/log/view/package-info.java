/**
 * Reading logs: in pages, as the raw bytes of the output, live, and with the proof that nothing is missing.
 */
@NullMarked
package io.signalbox.gateway.log.view;

import org.jspecify.annotations.NullMarked;
