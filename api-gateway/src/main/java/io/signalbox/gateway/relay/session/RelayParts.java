package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.beat.Beats;
import io.signalbox.gateway.relay.bell.SchedulerBells;
import io.signalbox.gateway.relay.claim.Claims;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.relay.claim.SlotRecords;
import io.signalbox.gateway.relay.finish.FinishAttempt;
import java.util.function.LongSupplier;

/**
 * What a slot's actions need.
 *
 * @param claims claims starts
 * @param beats stores signs of life
 * @param attempts says what lives on a slot
 * @param records says what is known of an official agent's slot
 * @param finish records ends
 * @param bells tells the scheduler
 * @param refusals counts what is refused
 * @param timer ends holds
 * @param nanoTime the monotonic clock
 */
public record RelayParts(
        Claims claims,
        Beats beats,
        LiveAttempts attempts,
        SlotRecords records,
        FinishAttempt finish,
        SchedulerBells bells,
        Refusals refusals,
        HoldTimer timer,
        LongSupplier nanoTime) {}
