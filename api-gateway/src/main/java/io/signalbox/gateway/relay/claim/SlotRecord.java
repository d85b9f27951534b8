package io.signalbox.gateway.relay.claim;

import java.util.Optional;

/**
 * What the store knows of a slot.
 *
 * @param newest number of its newest sync at any gateway
 * @param live what lives on it
 * @param claimed whether that one's start is claimed
 */
public record SlotRecord(long newest, Optional<LiveAttempt> live, boolean claimed) {}
