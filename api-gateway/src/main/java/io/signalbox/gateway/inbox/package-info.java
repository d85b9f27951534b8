/** What other processes tell this gateway: one inbox, and whoever in the gateway wants to hear of it. */
@NullMarked
package io.signalbox.gateway.inbox;

import org.jspecify.annotations.NullMarked;
