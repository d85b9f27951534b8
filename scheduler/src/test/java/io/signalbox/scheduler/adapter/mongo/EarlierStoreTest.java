package io.signalbox.scheduler.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.adapter.mongo.fleet.MongoFleetReader;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import io.signalbox.testkit.golden.EarlierStore;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an earlier scheduler and its gateways had in their store when they died: this one reads all of it. */
class EarlierStoreTest {
    private final EmbeddedStore embedded = new EmbeddedStore();

    @BeforeEach
    void fill() {
        EarlierStore.fill(embedded.store()::deciding);
    }

    @AfterEach
    void close() {
        embedded.close();
    }

    @Test
    void everyTaskIsReadAsItWas() {
        MongoTaskStore tasks = new MongoTaskStore(embedded.store());
        List<Document> earlier = EarlierStore.documents("tasks");
        List<TaskId> ids =
                earlier.stream().map(it -> new TaskId(it.getString("_id"))).toList();

        assertThat(tasks.read(ids)).hasSameSizeAs(earlier).allSatisfy(read -> {
            Document written = earlier.get(ids.indexOf(read.id()));
            assertThat(read.status().state().wire()).isEqualTo(written.getString("state"));
            assertThat(read.version()).isEqualTo(written.getLong("version"));
        });
        assertThat(tasks.open(Which.LIVE, null, 10))
                .extracting(EarlierStoreTest::state)
                .containsOnly(TaskState.RUNNING)
                .hasSize(2);
        assertThat(tasks.open(Which.WAITING, null, 10))
                .extracting(EarlierStoreTest::state)
                .containsOnly(TaskState.QUEUED)
                .hasSize(2);
        assertThat(tasks.ended(10)).hasSize(4);
    }

    @Test
    void everyReportIsRead() {
        assertThat(new MongoReportStore(embedded.store()).scan(null, 10))
                .hasSameSizeAs(EarlierStore.documents("reports"));
    }

    @Test
    void fleetAndPoliciesAreRead() {
        MongoFleetReader fleet = new MongoFleetReader(embedded.store());

        assertThat(fleet.relays()).hasSameSizeAs(EarlierStore.documents("relays"));
        assertThat(fleet.runners())
                .singleElement()
                .satisfies(runner -> assertThat(runner.slots()).hasSize(2));
        assertThat(fleet.policies().projects()).containsOnlyKeys(new ProjectName("paints"));
        assertThat(fleet.policies().pools()).containsOnlyKeys(PoolName.DEFAULT, new PoolName("builders"));
    }

    private static TaskState state(StoredTask stored) {
        return stored.status().state();
    }
}
