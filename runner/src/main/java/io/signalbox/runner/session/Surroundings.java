package io.signalbox.runner.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the session and the slots take from the process they are in.
 *
 * @param log for the person who runs it
 * @param life when to go on and when to end
 * @param pauses between tries
 * @param clock for instants
 * @param random for jitter
 */
public record Surroundings(RunnerLog log, Lifecycle life, Pauses pauses, InstantSource clock, RandomGenerator random) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pauses {
        /** Blocks for this time; false, at once, when everything is to end. */
        boolean pause(Duration time);
    }
}
