package io.signalbox.scheduler.config;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.scheduler.loop.Lead;
import io.signalbox.scheduler.loop.Surroundings;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.loop.purge.PurgeStoreContract;
import io.signalbox.scheduler.world.Documents;
import io.signalbox.scheduler.world.RealStore;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C25 on the real store, with a gateway that removes the logs, across a change of leaders. */
@RequiresInfra(Part.MONGODB)
class PurgeIT {

    private static final int OLD = 2_500;

    private final RealStore real;
    private final MongoCollection<Document> tasks;
    private final MongoCollection<Document> purges;
    private final LocalBus bus = new LocalBus(BusListener.NONE);
    private final Instant now = InstantSource.system().instant();
    private final List<Runnable> leaders = new ArrayList<>();

    PurgeIT(Infra infra) {
        real = new RealStore(infra);
        StoreSchema.ensure(real.store());
        tasks = real.store().deciding(CollectionNames.TASKS);
        purges = real.store().deciding(CollectionNames.PURGES);
    }

    @AfterEach
    void close() {
        leaders.forEach(Runnable::run);
        real.close();
    }

    @Test
    void oldTasksGoAcrossAChangeOfLeadersAndNothingElseDoes() {
        Instant longAgo = now.minus(Duration.ofDays(31));
        tasks.insertMany(IntStream.range(0, OLD)
                .mapToObj(n -> Documents.finished(PurgeStoreContract.finished(n), longAgo, 0)
                        .append(TaskFields.FINISHED_AT, longAgo))
                .toList());
        tasks.insertOne(Documents.finished(PurgeStoreContract.finished(OLD), longAgo, 0)
                .append(TaskFields.FINISHED_AT, now.minus(Duration.ofDays(29))));
        lead(1);
        await().until(() -> purges.countDocuments() > 0);
        leaders.removeFirst().run();
        fulfil(10);
        lead(2);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            fulfil(1_000);
            assertThat(tasks.find().map(it -> it.getString("_id")))
                    .containsExactly(task(OLD).value());
        });
        assertThat(purges.countDocuments()).isZero();
    }

    /** A gateway removes the logs of some, where the tasks say so. */
    private void fulfil(int most) {
        List<String> wished =
                purges.find().limit(most).map(it -> it.getString("_id")).into(new ArrayList<>());
        List<String> marked = tasks.find(in("_id", wished))
                .filter(ne(TaskFields.LOG_PURGED_AT, null))
                .map(it -> it.getString("_id"))
                .into(new ArrayList<>());
        purges.deleteMany(in("_id", marked));
    }

    private void lead(long epoch) {
        var time = new TellTime(
                System::nanoTime, () -> Optional.of(InstantSource.system().instant()), InstantSource.system());
        var surroundings = new Surroundings(
                new StoresConfiguration().schedulerStores(real.store()), bus, time, () -> {}, LoopListener.NONE);
        var term = new Term(new Epoch(epoch), Duration.ofMinutes(5), System::nanoTime, System.nanoTime());
        Runnable end = new Lead(surroundings).begin(term);
        leaders.add(() -> {
            term.end();
            end.run();
        });
    }
}
