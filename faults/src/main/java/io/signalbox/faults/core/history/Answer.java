package io.signalbox.faults.core.history;

import org.jspecify.annotations.Nullable;

/**
 * What a submission was answered with, once.
 *
 * @param number of its plan
 * @param status of HTTP; 0 when no answer came
 * @param task the id in the answer of an accepted one
 */
public record Answer(int number, int status, @Nullable String task) implements Entry {

    /** Whether the task was promised to end. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}
