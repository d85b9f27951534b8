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
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.scheduler.adapter.mongo.MongoTaskStore;
import io.signalbox.scheduler.loop.Lead;
import io.signalbox.scheduler.loop.Stores;
import io.signalbox.scheduler.loop.Surroundings;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.world.GatewayDouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C14 to C16 with all parts: a leader is paused between deciding and committing, and another one takes over meanwhile. */
class TwoLeadersTest {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Store store = Store.open(StoreSettings.at(server.bindAndGetConnectionString(), "test"));
    private final LocalBus bus = new LocalBus(BusListener.NONE);
    private final GatewayDouble gateway = new GatewayDouble(new RelayId("r-1"), store, bus).start();
    private final HeldTaskStore paused = new HeldTaskStore(new MongoTaskStore(store));
    private final AtomicLong pausedFor = new AtomicLong();
    private final Term first = term(1, pausedFor);
    private final Term second = term(2, new AtomicLong());
    private final Runnable endFirst = new Lead(surroundings(paused)).begin(first);
    private Runnable endSecond = () -> {};

    @Test
    void slotIsNotGivenTwice() throws InterruptedException {
        gateway.register(1);
        paused.hold();
        TaskId task = gateway.submit(1);
        paused.awaitHeld();
        pausedFor.addAndGet(Duration.ofMinutes(6).toNanos());
        endSecond = new Lead(surroundings(new MongoTaskStore(store))).begin(second);
        Assignment given = assigned();
        TaskId other = gateway.submit(2);
        paused.wake();
        first.end();
        endFirst.run();

        assertThat(given.task()).isEqualTo(task);
        assertThat(gateway.task(task).getString("commit")).startsWith("2.");
        assertThat(gateway.task(other).getString("state")).isEqualTo("queued");
        assertThat(gateway.assignments()).as("what the paused leader published").isEmpty();
    }

    @Test
    void lateAssignmentOfTheOldLeaderIsNotPublishedByIt() throws InterruptedException {
        gateway.register(1);
        paused.hold();
        TaskId task = gateway.submit(1);
        paused.awaitHeld();
        pausedFor.addAndGet(Duration.ofMinutes(6).toNanos());
        paused.wake();
        await().untilAsserted(
                        () -> assertThat(gateway.task(task).getString("state")).isEqualTo("assigned"));
        assertThat(gateway.assignments()).isEmpty();

        endSecond = new Lead(surroundings(new MongoTaskStore(store))).begin(second);
        Assignment given = assigned();
        assertThat(given.task()).isEqualTo(task);
        assertThat(gateway.task(task).get("attempt", Document.class).get("epoch"))
                .isEqualTo(2L);
    }

    private Assignment assigned() throws InterruptedException {
        Assignment assignment = gateway.assignments().poll(20, TimeUnit.SECONDS);
        assertThat(assignment).as("an assignment").isNotNull();
        return assignment;
    }

    private Surroundings surroundings(TaskStore tasks) {
        Stores stores = new StoresConfiguration().schedulerStores(store);
        var held = new Stores(
                tasks,
                stores.taskOutboxes(),
                stores.refusals(),
                stores.reports(),
                stores.events(),
                stores.fleet(),
                stores.runnerStates(),
                stores.runnerOutboxes(),
                stores.purge(),
                stores.oldEvents());
        var time = new TellTime(
                System::nanoTime, () -> Optional.of(InstantSource.system().instant()), InstantSource.system());
        return new Surroundings(held, bus, time, () -> {}, LoopListener.NONE);
    }

    private static Term term(long epoch, AtomicLong later) {
        return new Term(
                new Epoch(epoch), Duration.ofMinutes(5), () -> System.nanoTime() + later.get(), System.nanoTime());
    }

    @AfterEach
    void end() {
        first.end();
        paused.wake();
        second.end();
        endFirst.run();
        endSecond.run();
        gateway.close();
        store.close();
        server.shutdownNow();
    }
}
