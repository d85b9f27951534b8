package io.signalbox.scheduler.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.loop.batch.CommitMark;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import io.signalbox.scheduler.world.Changes;
import io.signalbox.scheduler.world.Documents;
import io.signalbox.scheduler.world.RealStore;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a new leader reads of the tasks costs the store as many documents as it finds, however many others are kept. */
@RequiresInfra(Part.MONGODB)
class TakeOverPlansIT {
    private static final String PROFILE = "system.profile";
    private static final int OF_EACH = 30;

    private final RealStore real;
    private final TaskStore tasks;

    TakeOverPlansIT(Infra infra) {
        real = new RealStore(infra);
        tasks = new MongoTaskStore(real.store());
    }

    /** As many wait as run and have passed; ten were lost at the start. */
    @BeforeEach
    void fill() {
        StoreSchema.ensure(real.store());
        int task = 0;
        for (; task < OF_EACH; task++) {
            insert(task);
        }
        for (; task < 2 * OF_EACH; task++) {
            run(task);
        }
        for (; task < 3 * OF_EACH; task++) {
            run(task);
            commit(Changes.pass(Sample.task(task), 2, 1, Duration.ofSeconds(task)));
        }
        for (; task < 3 * OF_EACH + 10; task++) {
            run(task);
            commit(Changes.lose(Sample.task(task), 2, 1));
        }
    }

    @AfterEach
    void close() {
        real.store().database().runCommand(new Document("profile", 0));
        real.close();
    }

    private void insert(int task) {
        real.store()
                .deciding(CollectionNames.TASKS)
                .insertOne(Documents.task(Sample.task(task), Sample.terms().build()));
    }

    private void run(int task) {
        insert(task);
        commit(Changes.assign(Sample.task(task), 0, 1));
        commit(Changes.run(Sample.task(task), 1, 1));
    }

    private void commit(TaskChange change) {
        tasks.commit(new CommitMark(new Epoch(1), 1), List.of(change));
    }

    /** What the store did for one reading. */
    private Document profiled(Runnable reading) {
        real.store().database().runCommand(new Document("profile", 2));
        reading.run();
        real.store().database().runCommand(new Document("profile", 0));
        List<Document> seen = real.store()
                .database()
                .getCollection(PROFILE)
                .find(new Document("op", "query")
                        .append("ns", real.store().database().getName() + "." + CollectionNames.TASKS))
                .into(new ArrayList<>());
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }

    private static void assertOnlyWhatIsFoundIsRead(Document seen, int found) {
        assertThat(seen.getString("planSummary")).startsWith("IXSCAN").doesNotContain("COLLSCAN");
        assertThat(seen.getInteger("nreturned")).isEqualTo(found);
        assertThat(seen.getInteger("docsExamined")).isEqualTo(found);
    }

    @Test
    void pageOfWaitingTasksIsReadInTheOrderOfTheIndex() {
        Document seen = profiled(() -> tasks.open(Which.WAITING, Sample.task(4), 20));

        assertOnlyWhatIsFoundIsRead(seen, 20);
        assertThat(seen).doesNotContainKey("hasSortStage");
    }

    @Test
    void pageOfLiveTasksIsReadInTheOrderOfTheIndex() {
        Document seen = profiled(() -> tasks.open(Which.LIVE, Sample.task(OF_EACH), 20));

        assertOnlyWhatIsFoundIsRead(seen, 20);
        assertThat(seen).doesNotContainKey("hasSortStage");
    }

    @Test
    void onlyLateLossesAreRead() {
        assertOnlyWhatIsFoundIsRead(profiled(() -> tasks.lost(Sample.START, null, 100)), 10);
    }

    @Test
    void earlierLossesAreNotRead() {
        assertOnlyWhatIsFoundIsRead(profiled(() -> tasks.lost(Sample.START.plusMillis(1), null, 100)), 0);
    }

    @Test
    void onlyTheLastOfThoseThatEndedAreRead() {
        Document seen = profiled(() -> tasks.ended(12));

        assertOnlyWhatIsFoundIsRead(seen, 12);
        assertThat(seen).doesNotContainKey("hasSortStage");
    }
}
