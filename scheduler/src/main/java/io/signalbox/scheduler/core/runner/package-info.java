/**
 * Runners, their slots and the relays that hold them, as read from the store or told by a relay.
 */
@NullMarked
package io.signalbox.scheduler.core.runner;

import org.jspecify.annotations.NullMarked;
