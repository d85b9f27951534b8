/** Sends deliveries over HTTP: to addresses that are admitted, without redirects, in bounded time. */
@NullMarked
package io.signalbox.gateway.adapter.webhook;

import org.jspecify.annotations.NullMarked;
