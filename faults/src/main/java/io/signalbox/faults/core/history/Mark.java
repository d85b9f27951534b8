package io.signalbox.faults.core.history;

/**
 * What a task wrote down about itself while it ran, past Signalbox, into a file of the machine.
 *
 * @param attempt the attempt that it is, by its environment
 * @param task the task that it is, by its environment
 * @param runner whose working folder it has
 * @param step what it has come to
 * @param number of a line: which, from 1; of an end: the exit code
 * @param micros when, by the machine's clock
 */
public record Mark(String attempt, String task, String runner, Step step, int number, long micros) implements Entry {

    /** A step of a task. */
    public enum Step {
        STARTED,
        /** After the line was written into the log. */
        LINE,
        ENDED
    }
}
