/** The claim of a start, with stores played by the test. */
@NullMarked
package io.signalbox.gateway.relay.claim;

import org.jspecify.annotations.NullMarked;
