/**
 * The relay: the gateway's side of the agents' protocol. The decisions are in {@code core.decision}; the packages below hold sessions,
 * claims, beats, ends of attempts and the talk with the scheduler. This one has what they all count: what is refused.
 */
@NullMarked
package io.signalbox.gateway.relay;

import org.jspecify.annotations.NullMarked;
