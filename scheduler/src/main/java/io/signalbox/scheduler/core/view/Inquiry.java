package io.signalbox.scheduler.core.view;

import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.match.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of which is asked when it will start: one that waits, or one that is only thought of.
 *
 * @param demand what it wants
 * @param priority its priority
 * @param notBefore when it may start at the earliest; absent: it may
 * @param since since when it has been ready, in milliseconds
 * @param older how many that want the same with the same priority are older
 * @param held limits that hold it back, whatever the runners do
 * @param key the concurrency key that it shares with others; absent: none
 */
public record Inquiry(
        Demand demand,
        int priority,
        @Nullable Instant notBefore,
        long since,
        int older,
        List<Held> held,
        @Nullable Key key) {
    public Inquiry {
        held = List.copyOf(held);
    }

    /** The last task of a group. */
    public static Inquiry lastOf(Waiting group) {
        return new Inquiry(
                group.demand(),
                group.priority(),
                null,
                group.newest(),
                Math.max(0, group.ready() - 1),
                List.of(),
                null);
    }

    /**
     * A limit that is reached.
     *
     * @param code stable, for programs
     * @param detail for people
     * @param change what would let the task go
     */
    public record Held(String code, String detail, String change) {}

    /**
     * A concurrency key.
     *
     * @param limit how many of its tasks may run at once
     * @param before how many older tasks with the key wait
     * @param holders what holds it
     */
    public record Key(int limit, int before, List<Work> holders) {
        public Key {
            holders = List.copyOf(holders);
        }
    }
}
