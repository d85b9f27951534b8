package io.signalbox.gateway.log;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.List;
import java.util.OptionalLong;

/** One stored piece of a log. It never changes (C20); its place in the log is its identity. */
public sealed interface LogChunk {
    /** Whose log. */
    AttemptId attempt();

    /** Whose attempt. */
    TaskId task();

    /** Index of its first event; of a seal, the end. */
    long first();

    /** Hash of the chunk before. */
    String prev();

    /** Where the log stands after it. */
    LogTail after();

    /**
     * Events that came.
     *
     * @param attempt whose log
     * @param task whose attempt
     * @param first index of the first
     * @param lines the events
     * @param prev hash of the chunk before
     * @param after where the log stands after it
     */
    record Events(AttemptId attempt, TaskId task, long first, List<LogLine> lines, String prev, LogTail after)
            implements LogChunk {
        /** The event with this index of the log. */
        public LogLine at(long index) {
            return lines.get((int) (index - first));
        }
    }

    /**
     * Events that were skipped by whoever pushed; they are dropped if they come later.
     *
     * @param attempt whose log
     * @param task whose attempt
     * @param first index of the first
     * @param prev hash of the chunk before
     * @param after where the log stands after it
     */
    record Gap(AttemptId attempt, TaskId task, long first, String prev, LogTail after) implements LogChunk {}

    /**
     * The end: nothing can follow (C21).
     *
     * @param attempt whose log
     * @param task whose attempt
     * @param first index after the last event
     * @param missing what never came
     * @param prev hash of the chunk before
     * @param after where the log stands after it
     */
    record Seal(AttemptId attempt, TaskId task, long first, List<Missing> missing, String prev, LogTail after)
            implements LogChunk {}

    /**
     * Events that never came.
     *
     * @param from index of the first
     * @param to index after the last; empty where nobody knows
     */
    record Missing(long from, OptionalLong to) {}
}
