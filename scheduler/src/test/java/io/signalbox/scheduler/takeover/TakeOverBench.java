package io.signalbox.scheduler.takeover;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.adapter.mongo.MongoRefusals;
import io.signalbox.scheduler.adapter.mongo.MongoReportStore;
import io.signalbox.scheduler.adapter.mongo.MongoRunnerStateStore;
import io.signalbox.scheduler.adapter.mongo.MongoTaskStore;
import io.signalbox.scheduler.adapter.mongo.event.MongoEventStore;
import io.signalbox.scheduler.adapter.mongo.event.MongoOutboxStore;
import io.signalbox.scheduler.adapter.mongo.fleet.MongoFleetReader;
import io.signalbox.scheduler.adapter.mongo.purge.MongoOldEvents;
import io.signalbox.scheduler.adapter.mongo.purge.MongoPurgeStore;
import io.signalbox.scheduler.loop.Lead;
import io.signalbox.scheduler.loop.Stores;
import io.signalbox.scheduler.loop.Surroundings;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.measure.LoopListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Measures how long a new leader needs until it gives slots, over a real store. It takes over several times; the first time everything is cold,
 * in the process and in the store's cache alike.
 */
public final class TakeOverBench {
    private static final int RUNS = 5;

    private TakeOverBench() {}

    /**
     * Prints a line for each count of waiting tasks.
     *
     * @param arguments where MongoDB is; whether the process rehearses first, as a follower does ({@code rehearsed}) or not ({@code cold});
     *     and how many tasks wait, once or more
     */
    public static void main(String[] arguments) {
        boolean rehearsed = arguments[1].equals("rehearsed");
        try (Store store = Store.open(StoreSettings.at(arguments[0], "take-over-bench"));
                LocalBus bus = new LocalBus(BusListener.NONE)) {
            for (String waiting : Arrays.asList(arguments).subList(2, arguments.length)) {
                var installation = new LargeInstallation(Integer.parseInt(waiting), 5_000, 50_000);
                print(measure(store, bus, installation, rehearsed));
            }
        }
    }

    private static String measure(Store store, LocalBus bus, LargeInstallation installation, boolean rehearsed) {
        store.database().drop();
        StoreSchema.ensure(store);
        installation.fill(store);
        if (rehearsed) {
            rehearse(store, bus);
        }
        long[] millis = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            millis[run] = takeOver(store, bus, run + 1).toMillis();
        }
        store.database().drop();
        return "takeover %d waiting: %d ms %s, then %d to %d ms in %d runs: %s"
                .formatted(
                        installation.waiting(),
                        millis[0],
                        rehearsed ? "after a rehearsal, as a follower's" : "without a rehearsal",
                        Arrays.stream(millis).skip(1).min().orElse(0),
                        Arrays.stream(millis).skip(1).max().orElse(0),
                        RUNS - 1,
                        installation);
    }

    private static Duration takeOver(Store store, LocalBus bus, long epoch) {
        var took = new CompletableFuture<Duration>();
        Term term = new Term(new Epoch(epoch), Duration.ofMinutes(5), System::nanoTime, System.nanoTime());
        Runnable end = lead(store, bus, took).begin(term);
        Duration duration = took.join();
        term.end();
        end.run();
        return duration;
    }

    private static void rehearse(Store store, LocalBus bus) {
        var took = new CompletableFuture<Duration>();
        lead(store, bus, took).follow();
        took.join();
    }

    /** One that says how long it took to be ready. */
    private static Lead lead(Store store, LocalBus bus, CompletableFuture<Duration> took) {
        var listener = new LoopListener() {
            @Override
            public void tookOver(Epoch of, Duration duration) {
                took.complete(duration);
            }

            @Override
            public void rehearsed(int tasks, Duration duration) {
                took.complete(duration);
            }
        };
        var time = new TellTime(
                System::nanoTime, () -> Optional.of(InstantSource.system().instant()), InstantSource.system());
        return new Lead(new Surroundings(stores(store), bus, time, () -> StoreSchema.ensure(store), listener));
    }

    private static Stores stores(Store store) {
        return new Stores(
                new MongoTaskStore(store),
                new MongoOutboxStore(store, MongoOutboxStore.Owner.TASK),
                new MongoRefusals(store),
                new MongoReportStore(store),
                new MongoEventStore(store),
                new MongoFleetReader(store),
                new MongoRunnerStateStore(store),
                new MongoOutboxStore(store, MongoOutboxStore.Owner.RUNNER),
                new MongoPurgeStore(store),
                new MongoOldEvents(store));
    }

    @SuppressWarnings("SystemOut") // the figure is the output
    private static void print(String line) {
        System.out.println(line);
    }
}
