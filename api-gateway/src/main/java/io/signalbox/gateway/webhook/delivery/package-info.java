/** Deliveries of webhooks: one for each event and receiver, made from the feed, kept until it is taken or a day of tries has passed. */
@NullMarked
package io.signalbox.gateway.webhook.delivery;

import org.jspecify.annotations.NullMarked;
