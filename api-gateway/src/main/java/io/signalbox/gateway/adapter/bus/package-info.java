/** Doorbells over the message bus, rung by a thread of their own: no request thread publishes. */
@NullMarked
package io.signalbox.gateway.adapter.bus;

import org.jspecify.annotations.NullMarked;
