package io.signalbox.model.relay;

import java.time.Instant;

/**
 * How the runner's machine was at one moment. Which of these is short says what a lost runner may have died of.
 *
 * @param at by the runner's clock, in milliseconds; for display alone (C22)
 * @param cpu share of all its processors that was busy since the last sample, 0 to 1
 * @param load average number of runnable processes over a minute
 * @param memoryFree bytes that can still be had, caches given back
 * @param memoryTotal bytes in all
 * @param diskFree bytes that the runner may still write below its home
 * @param diskTotal bytes of that file system
 */
public record HealthSample(
        Instant at, double cpu, double load, long memoryFree, long memoryTotal, long diskFree, long diskTotal) {}
