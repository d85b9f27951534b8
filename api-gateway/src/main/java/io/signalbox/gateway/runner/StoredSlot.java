package io.signalbox.gateway.runner;

import io.signalbox.model.id.AttemptId;
import java.time.Duration;
import java.util.Optional;

/**
 * A slot as the store knows it.
 *
 * @param number which
 * @param sync number of its newest sync; 0 before the first
 * @param beat counter of stored beats
 * @param attempt what the newest beat names
 * @param patience how long the newest sync asked to be held
 */
public record StoredSlot(int number, long sync, long beat, Optional<AttemptId> attempt, Duration patience) {}
