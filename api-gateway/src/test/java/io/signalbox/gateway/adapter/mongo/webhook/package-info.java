/** What stores of webhooks keep, and that a gateway which dies in the middle of delivering loses nothing. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.webhook;

import org.jspecify.annotations.NullMarked;
