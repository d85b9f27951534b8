package io.signalbox.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.loop.Lead;
import io.signalbox.scheduler.loop.Surroundings;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.world.GatewayDouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever follows goes through a take-over once, and leaves everything as it is. */
class RehearsalTest {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Store store = Store.open(StoreSettings.at(server.bindAndGetConnectionString(), "test"));
    private final LocalBus bus = new LocalBus(BusListener.NONE);
    private final GatewayDouble gateway = new GatewayDouble(new RelayId("r-1"), store, bus).start();
    private final List<Integer> rehearsed = new CopyOnWriteArrayList<>();
    private final Lead follower = new Lead(surroundings());

    @Test
    void readsWhatRunsAndWaitsOnceAndChangesNothing() throws InterruptedException {
        gateway.register(1);
        Term term = new Term(new Epoch(1), Duration.ofMinutes(5), System::nanoTime, System.nanoTime());
        Runnable end = new Lead(surroundings()).begin(term);
        gateway.submit(1);
        gateway.submit(2);
        assertThat(gateway.assignments().take()).isNotNull();
        await().until(() -> states().contains("assigned") && states().contains("queued"));
        term.end();
        end.run();
        Map<String, List<Document>> before = everything();

        follower.follow();
        follower.follow();

        await().until(() -> !rehearsed.isEmpty());
        assertThat(rehearsed).containsExactly(2);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoHasLedKnowsHow() {
        Term term = new Term(new Epoch(1), Duration.ofMinutes(5), System::nanoTime, System.nanoTime());
        Runnable end = follower.begin(term);
        follower.follow();
        term.end();
        end.run();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("rehearse");
        assertThat(rehearsed).isEmpty();
    }

    private List<String> states() {
        return all(CollectionNames.TASKS).stream()
                .map(task -> task.getString("state"))
                .toList();
    }

    private Map<String, List<Document>> everything() {
        Map<String, List<Document>> found = new TreeMap<>();
        store.database().listCollectionNames().forEach(name -> found.put(name, all(name)));
        return found;
    }

    private List<Document> all(String collection) {
        return store.deciding(collection).find().into(new ArrayList<>());
    }

    private Surroundings surroundings() {
        var time = new TellTime(
                System::nanoTime, () -> Optional.of(InstantSource.system().instant()), InstantSource.system());
        var listener = new LoopListener() {
            @Override
            public void rehearsed(int tasks, Duration took) {
                rehearsed.add(tasks);
            }
        };
        return new Surroundings(new StoresConfiguration().schedulerStores(store), bus, time, () -> {}, listener);
    }

    @AfterEach
    void close() {
        gateway.close();
        store.close();
        server.shutdownNow();
    }
}
