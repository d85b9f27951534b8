package io.signalbox.scheduler.loop;

import io.signalbox.model.spec.OnLost;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.event.OutboxStore;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.sweep.SweepReports;
import java.time.Duration;
import java.time.Instant;
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
    private static final int PAGE = 1_000;
    private static final int ENDED = 2_000;

    private final Term term;
    private final Surroundings surroundings;
    private final AppendEvents events;
    private final Runnable duties;
    private final TaskStore tasks;
    private final RaiseVersions versions;
    private final ReadAhead pages;
    private final LongSupplier nanoTime;

    /** @param duties begins what needs the epoch's marker, beside this */
    TakeOver(Term term, Surroundings surroundings, AppendEvents events, Runnable duties) {
        this.term = term;
        this.surroundings = surroundings;
        this.events = events;
        this.duties = duties;
        this.tasks = surroundings.stores().tasks();
        this.versions = new RaiseVersions(term, tasks);
        this.pages = new ReadAhead(term, PAGE);
        this.nanoTime = surroundings.time().nanoTime();
    }

    /** Feeds everything to {@code core}; blocks. Ends early when the term is over. */
    void run(Consumer<List<Command>> core) {
        long startedAt = nanoTime.getAsLong();
        surroundings.prepare().run();
        events.open(surroundings.time().now().stamp());
        duties.run();
        events.leftBehind(runnerOutboxes(), runnerOutboxes().leftBehind(PAGE));
        List<String> parts = new ArrayList<>();
        parts.add(timed("runners", () -> readFleet(core)));
        parts.add(timed("live", () -> readLive(core)));
        parts.add(timed("waiting", () -> readWaiting(core)));
        parts.add(timed("lost", () -> readLost(core)));
        parts.add(timed("ended", () -> readEnded(core)));
        parts.add(timed("reports", () -> readReports(core)));
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

    private int readFleet(Consumer<List<Command>> core) {
        List<RunnerReading> runners = surroundings.stores().fleet().runners();
        core.accept(List.of(
                new Command.PoliciesRead(surroundings.stores().fleet().policies()),
                new Command.RelaysRead(surroundings.stores().fleet().relays()),
                new Command.RunnersRead(runners),
                new Command.SetAsideRead(surroundings.stores().runnerStates().distrusted())));
        return runners.size();
    }

    private int readLive(Consumer<List<Command>> core) {
        return pages.all(
                (after, limit) -> tasks.open(Which.LIVE, after, limit),
                page -> core.accept(List.of(new Command.TasksRead(versions.raise(page)))));
    }

    private int readWaiting(Consumer<List<Command>> core) {
        return pages.all(
                (after, limit) -> tasks.open(Which.WAITING, after, limit),
                page -> core.accept(List.of(new Command.TasksRead(page))));
    }

    /** A lost process runs on for as long as the longest {@code onLost.after} allows; while the store's clock is unknown none is recalled (C22). */
    private int readLost(Consumer<List<Command>> core) {
        Instant store = surroundings.time().now().store();
        return store == null
                ? 0
                : pages.all(
                        (after, limit) -> tasks.lost(store.minus(OnLost.LONGEST), after, limit),
                        page -> core.accept(List.of(new Command.LostRead(page))));
    }

    private int readEnded(Consumer<List<Command>> core) {
        List<Took> ended = tasks.ended(ENDED);
        core.accept(List.of(new Command.EndedRead(ended)));
        return ended.size();
    }

    private int readReports(Consumer<List<Command>> core) {
        var read = new int[1];
        new SweepReports(surroundings.stores().reports(), command -> {
                    read[0] += command instanceof Command.ReportsRead page
                            ? page.reports().size()
                            : 0;
                    core.accept(List.of(command));
                })
                .run();
        return read[0];
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
