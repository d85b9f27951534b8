package io.signalbox.scheduler.core.retention;

import java.time.Instant;

/**
 * An event in the feed.
 *
 * @param sequence its place
 * @param at when it happened
 */
public record AgedEvent(long sequence, Instant at) {}
