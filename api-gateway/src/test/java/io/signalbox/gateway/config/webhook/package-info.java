/** Settings of webhooks. */
@NullMarked
package io.signalbox.gateway.config.webhook;

import org.jspecify.annotations.NullMarked;
