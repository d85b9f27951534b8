package io.signalbox.runner.session;

import io.signalbox.runner.contact.MachineClock;
import io.signalbox.runner.health.Health;
import io.signalbox.runner.status.StatusBoard;
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
 * @param moments for the age of contacts
 * @param health how the machine is
 * @param board where slots show what they do
 */
public record Surroundings(
        RunnerLog log,
        Lifecycle life,
        Pauses pauses,
        InstantSource clock,
        RandomGenerator random,
        MachineClock moments,
        Health health,
        StatusBoard board) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pauses {
        /** Blocks for this time, less if the relay is reached again meanwhile; false, at once, when everything is to end. */
        boolean pause(Duration time);
    }
}
