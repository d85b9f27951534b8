/** Tries what is due: signed, in the order of its task's events, each receiver beside the others. The receiver is a port. */
@NullMarked
package io.signalbox.gateway.webhook.sending;

import org.jspecify.annotations.NullMarked;
