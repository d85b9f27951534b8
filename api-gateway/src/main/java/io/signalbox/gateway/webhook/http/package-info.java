/** Webhooks and their deliveries as the client API shows them; a secret is in one answer only. */
@NullMarked
package io.signalbox.gateway.webhook.http;

import org.jspecify.annotations.NullMarked;
