/** The part of the gateway's composition root that is about webhooks. */
@NullMarked
package io.signalbox.gateway.config.webhook;

import org.jspecify.annotations.NullMarked;
