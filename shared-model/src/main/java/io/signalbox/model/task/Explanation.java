package io.signalbox.model.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.PoolName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a task waits, as the scheduler saw it at one moment.
 *
 * @param waiting whether it waits at all; all else is empty where it does not
 * @param position its place among the waiting tasks that want the same, from 1
 * @param estimatedStart when it will start, as far as recent durations tell; absent: nothing tells
 * @param causes why the runners do not take it, the one that concerns most of them first
 * @param pools for each pool the condition that stands in the way of the runner that comes closest there
 * @param change the one change that would start it, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        boolean waiting,
        @Nullable Long position,
        @Nullable Instant estimatedStart,
        List<Cause> causes,
        List<PoolCause> pools,
        @Nullable String change) {
    public Explanation {
        causes = List.copyOf(causes);
        pools = pools == null ? List.of() : List.copyOf(pools);
    }

    /** A task that does not wait. */
    public static Explanation notWaiting() {
        return new Explanation(false, null, null, List.of(), List.of(), null);
    }

    /** A task that would be given a slot at once. */
    public static Explanation startsAt(Instant now) {
        return new Explanation(false, null, now, List.of(), List.of(), null);
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

    /**
     * What stands in the way in one pool.
     *
     * @param pool which
     * @param code stable, for programs
     * @param detail for people
     * @param runners how many runners it has
     */
    public record PoolCause(PoolName pool, String code, String detail, int runners) {}
}
