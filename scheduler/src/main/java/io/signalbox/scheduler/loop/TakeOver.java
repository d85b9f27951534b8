package io.signalbox.scheduler.loop;

import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.event.OutboxStore;
import io.signalbox.scheduler.loop.leadership.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds memory from the store at the beginning of a term (C15): the clock is measured, the epoch's marker put into the feed, and relays,
 * runners, live tasks with raised versions, waiting tasks, what is remembered of ended ones and reports are fed to the core in pages. From the last command on slots are given, each
 * once its relay has answered this epoch's question.
 */
final class TakeOver {

    private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);
    private static final int MOST_LEFT_BEHIND = 1_000;

    private final Term term;
    private final Surroundings surroundings;
    private final AppendEvents events;
    private final Runnable duties;
    private final RaiseVersions versions;
    private final LongSupplier nanoTime;

    /** @param duties begins what needs the epoch's marker, beside this */
    TakeOver(Term term, Surroundings surroundings, AppendEvents events, Runnable duties) {
        this.term = term;
        this.surroundings = surroundings;
        this.events = events;
        this.duties = duties;
        this.versions = new RaiseVersions(term, surroundings.stores().tasks());
        this.nanoTime = surroundings.time().nanoTime();
    }

    /** Feeds everything to {@code core}; blocks. Ends early when the term is over. */
    void run(Consumer<List<Command>> core) {
        long startedAt = nanoTime.getAsLong();
        surroundings.prepare().run();
        events.open(surroundings.time().now().stamp());
        duties.run();
        events.leftBehind(runnerOutboxes(), runnerOutboxes().leftBehind(MOST_LEFT_BEHIND));
        var read = new ReadStore(surroundings.stores(), surroundings.time(), term::isOver, core);
        List<String> parts = new ArrayList<>();
        parts.add(timed("runners", read::fleet));
        parts.add(timed("live", () -> read.live(versions::raise)));
        parts.add(timed("waiting", read::waiting));
        parts.add(timed("lost", read::lost));
        parts.add(timed("ended", read::ended));
        parts.add(timed("reports", read::reports));
        if (term.isOver()) {
            return;
        }
        core.accept(List.of(new Command.LoadComplete()));
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - startedAt);
        LOG.info("Took over in epoch {} within {} ms: {}", term.epoch(), took.toMillis(), String.join(", ", parts));
        surroundings.listener().tookOver(term.epoch(), took);
    }

    private OutboxStore runnerOutboxes() {
        return surroundings.stores().runnerOutboxes();
    }

    private String timed(String what, IntSupplier part) {
        long startedAt = nanoTime.getAsLong();
        int count = part.getAsInt();
        return "%d %s in %d ms"
                .formatted(
                        count,
                        what,
                        Duration.ofNanos(nanoTime.getAsLong() - startedAt).toMillis());
    }
}
