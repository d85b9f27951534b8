package io.signalbox.scheduler.core.lease;

import io.signalbox.model.task.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt is asked about. An answer decides about the suspicion under which it was asked, and no other: what was read for an earlier
 * one may lack what happened since (C1, C8).
 *
 * @param number tells it from the attempt's other suspicions
 * @param cause under which the attempt would be lost or given up; absent: its runner may never have got it
 * @param missedBy a sync that does not name the attempt, heard before the question; -1: none
 */
public record Suspicion(int number, @Nullable ReasonCode cause, long missedBy) {}
