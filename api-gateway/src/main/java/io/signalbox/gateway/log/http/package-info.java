/**
 * Logs over HTTP: pages, raw bytes, live streams and proofs.
 */
@NullMarked
package io.signalbox.gateway.log.http;

import org.jspecify.annotations.NullMarked;
