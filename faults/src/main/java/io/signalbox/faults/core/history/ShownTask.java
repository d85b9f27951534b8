package io.signalbox.faults.core.history;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API showed it, once.
 *
 * @param id the task
 * @param number of the plan that its label names
 * @param retryOf the task that it repeats by somebody's wish
 * @param state where it stood
 * @param finishedMicros when it ended
 * @param attempts all of them, in order
 * @param events types of its events, in the order of its timeline
 */
public record ShownTask(
        String id,
        int number,
        @Nullable String retryOf,
        String state,
        @Nullable Long finishedMicros,
        List<Attempt> attempts,
        List<String> events)
        implements Entry {
    private static final Set<String> ENDS = Set.of("passed", "failed", "canceled", "timed_out", "lost");

    public ShownTask {
        attempts = List.copyOf(attempts);
        events = List.copyOf(events);
    }

    /** Whether nothing may follow. */
    public boolean ended() {
        return isEnd(state);
    }

    /** Whether a task that is in this state has ended. */
    public static boolean isEnd(String state) {
        return ENDS.contains(state);
    }

    /**
     * One attempt of it.
     *
     * @param id the attempt
     * @param number its place, from 1
     * @param runner the name of the runner
     * @param state where it stood
     * @param reason the code of why, where the state does not say it
     * @param exitCode of its commands
     */
    public record Attempt(
            String id,
            int number,
            String runner,
            String state,
            @Nullable String reason,
            @Nullable Integer exitCode) {}
}
