/** Which gateway queues and delivers: one at a time, by a lease in the store that counts unchanged counters (C22). */
@NullMarked
package io.signalbox.gateway.webhook.lease;

import org.jspecify.annotations.NullMarked;
