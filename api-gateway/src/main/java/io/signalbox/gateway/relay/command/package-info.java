/**
 * What the leading scheduler tells the relay, and what the relay finds out by itself: the highest epoch, its own record in the store, and
 * without a broker its assignments (C15).
 */
@NullMarked
package io.signalbox.gateway.relay.command;

import org.jspecify.annotations.NullMarked;
