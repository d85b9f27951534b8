/** Who holds the lease of the webhooks, by clocks of the test. */
@NullMarked
package io.signalbox.gateway.webhook.lease;

import org.jspecify.annotations.NullMarked;
