package io.signalbox.model.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a task waits, as the scheduler saw it at one moment.
 *
 * @param waiting whether it waits at all; all else is empty where it does not
 * @param position its place among the waiting tasks that want the same, from 1
 * @param estimatedStart when it may start, as far as known
 * @param causes why the runners do not take it, the one that concerns most of them first
 * @param change the one change that would start it, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        boolean waiting,
        @Nullable Long position,
        @Nullable Instant estimatedStart,
        List<Cause> causes,
        @Nullable String change) {
    public Explanation {
        causes = List.copyOf(causes);
    }

    /** A task that does not wait. */
    public static Explanation notWaiting() {
        return new Explanation(false, null, null, List.of(), null);
    }

    /**
     * One condition at which runners fail.
     *
     * @param code stable, for programs
     * @param detail for people
     * @param runners how many runners fail at it first
     * @param examples names of some of them
     */
    public record Cause(String code, String detail, int runners, List<String> examples) {
        public Cause {
            examples = List.copyOf(examples);
        }
    }
}
