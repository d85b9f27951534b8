/** Deliveries of webhooks without a store and without a receiver. */
@NullMarked
package io.signalbox.gateway.webhook.delivery;

import org.jspecify.annotations.NullMarked;
