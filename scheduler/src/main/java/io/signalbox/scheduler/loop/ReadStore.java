package io.signalbox.scheduler.loop;

import io.signalbox.model.spec.OnLost;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.sweep.SweepReports;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** All that a leader's memory is made of, read from the store and told to a core in pages. Every part blocks, and says how much there was. */
final class ReadStore {

    private static final int PAGE = 1_000;
    private static final int ENDED = 2_000;

    private final Stores stores;
    private final TaskStore tasks;
    private final TellTime time;
    private final ReadAhead pages;
    private final Consumer<List<Command>> core;

    /** Tells {@code core}, and reads no further page once {@code isOver}. */
    ReadStore(Stores stores, TellTime time, BooleanSupplier isOver, Consumer<List<Command>> core) {
        this.stores = stores;
        this.tasks = stores.tasks();
        this.time = time;
        this.pages = new ReadAhead(isOver, PAGE);
        this.core = core;
    }

    int fleet() {
        List<RunnerReading> runners = stores.fleet().runners();
        core.accept(List.of(
                new Command.PoliciesRead(stores.fleet().policies()),
                new Command.RelaysRead(stores.fleet().relays()),
                new Command.RunnersRead(runners),
                new Command.SetAsideRead(stores.runnerStates().distrusted())));
        return runners.size();
    }

    /** Each page as {@code raise} leaves it (C15). */
    int live(UnaryOperator<List<StoredTask>> raise) {
        return pages.all(
                (after, limit) -> tasks.open(Which.LIVE, after, limit),
                page -> core.accept(List.of(new Command.TasksRead(raise.apply(page)))));
    }

    int waiting() {
        return pages.all(
                (after, limit) -> tasks.open(Which.WAITING, after, limit),
                page -> core.accept(List.of(new Command.TasksRead(page))));
    }

    /** A lost process runs on for as long as the longest {@code onLost.after} allows; while the store's clock is unknown none is recalled (C22). */
    int lost() {
        Instant store = time.now().store();
        return store == null
                ? 0
                : pages.all(
                        (after, limit) -> tasks.lost(store.minus(OnLost.LONGEST), after, limit),
                        page -> core.accept(List.of(new Command.LostRead(page))));
    }

    int ended() {
        List<Took> ended = tasks.ended(ENDED);
        core.accept(List.of(new Command.EndedRead(ended)));
        return ended.size();
    }

    int reports() {
        var read = new int[1];
        new SweepReports(stores.reports(), command -> {
                    read[0] += command instanceof Command.ReportsRead page
                            ? page.reports().size()
                            : 0;
                    core.accept(List.of(command));
                })
                .run();
        return read[0];
    }
}
