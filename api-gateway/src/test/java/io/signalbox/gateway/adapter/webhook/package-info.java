/** Deliveries over HTTP, to a receiver on this machine. */
@NullMarked
package io.signalbox.gateway.adapter.webhook;

import org.jspecify.annotations.NullMarked;
