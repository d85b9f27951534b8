package io.signalbox.scheduler.takeover;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RelayFields;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.SlotFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.world.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * What a large installation has in its store: tasks that wait, that run and that have ended, their runners with four slots each, and the claims of
 * all starts.
 *
 * @param waiting how many tasks wait
 * @param live how many run
 * @param ended how many have ended and are still kept, a tenth of them lost
 */
record LargeInstallation(int waiting, int live, int ended) {
    private static final int SLOTS = 4;
    private static final int AT_ONCE = 5_000;
    /** For so long the ended ones have been kept. */
    private static final Duration KEPT = Duration.ofDays(20);

    private static final RelayId RELAY = new RelayId("r-1");

    void fill(Store store) {
        insert(
                store,
                CollectionNames.TASKS,
                ended,
                number -> task(number)
                        .append(TaskFields.STATE, (number % 10 == 0 ? TaskState.LOST : TaskState.PASSED).wire())
                        .append(TaskFields.ASSIGNED_AT, Instant.now().minus(KEPT))
                        .append(TaskFields.FINISHED_AT, Instant.now().minus(KEPT)));
        insert(store, CollectionNames.TASKS, live, number -> running(ended + number));
        insert(store, CollectionNames.TASKS, waiting, number -> task(ended + live + number));
        insert(store, CollectionNames.REPORTS, live, number -> Documents.report(claim(ended + number)));
        insert(store, CollectionNames.RUNNERS, (live + SLOTS - 1) / SLOTS, this::runner);
        store.deciding(CollectionNames.RELAYS)
                .insertOne(new Document(RelayFields.ID, RELAY.value()).append(RelayFields.RENEWAL, 1L));
    }

    private static void insert(Store store, String collection, int count, IntFunction<Document> document) {
        for (int from = 0; from < count; from += AT_ONCE) {
            List<Document> page = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(document)
                    .toList();
            store.deciding(collection).insertMany(new ArrayList<>(page));
        }
    }

    /** Tasks of twenty projects that want one of fifty tag sets; half of the ids are sorted by time, half are derived from keys. */
    private static Document task(int number) {
        Sample.Terms terms = Sample.terms()
                .project("project-" + number % 20)
                .tags("linux", "size=" + number % 50, Sample.SHELL)
                .queueTimeout(Duration.ofDays(30))
                .createdAt(Instant.now().minusSeconds(3_600).plusMillis(number));
        return Documents.task(id(number), terms.build()).append(TaskFields.OUTBOX, List.of());
    }

    private Document running(int number) {
        Report.StartClaimed claim = claim(number);
        return task(number)
                .append(TaskFields.STATE, TaskState.RUNNING.wire())
                .append(
                        TaskFields.ATTEMPT,
                        new Document(AttemptFields.ID, claim.attempt().value())
                                .append(AttemptFields.NUMBER, 1)
                                .append(AttemptFields.FENCE, 0L)
                                .append(AttemptFields.EPOCH, 0L)
                                .append(
                                        AttemptFields.RUNNER,
                                        claim.slot().runner().value())
                                .append(AttemptFields.RUNNER_NAME, "runner")
                                .append(AttemptFields.GENERATION, 1L)
                                .append(AttemptFields.SLOT, claim.slot().number())
                                .append(AttemptFields.POOL, PoolName.DEFAULT.value())
                                .append(AttemptFields.RELAY, RELAY.value())
                                .append(AttemptFields.ASSIGNED_AT, Instant.now())
                                .append(AttemptFields.STARTED_AT, Instant.now()));
    }

    private Report.StartClaimed claim(int number) {
        int place = number - ended;
        return new Report.StartClaimed(
                id(number),
                AttemptId.derive(id(number), Instant.EPOCH, new Epoch(0), 1),
                new SlotRef(runnerId(place / SLOTS), place % SLOTS),
                new Generation(1),
                RELAY,
                1);
    }

    private Document runner(int number) {
        Document slots = new Document();
        for (int slot = 0; slot < SLOTS; slot++) {
            AttemptId attempt = AttemptId.derive(id(ended + number * SLOTS + slot), Instant.EPOCH, new Epoch(0), 1);
            slots.append(
                    Integer.toString(slot),
                    new Document(SlotFields.SYNC, 2L)
                            .append(SlotFields.BEAT, 2L)
                            .append(SlotFields.ATTEMPT, attempt.value()));
        }
        return new Document(RunnerFields.ID, runnerId(number).value())
                .append(RunnerFields.NAME, "runner-" + number)
                .append(RunnerFields.POOL, PoolName.DEFAULT.value())
                .append(RunnerFields.TAGS, List.of("default", "linux", "size=" + number % 50, Sample.SHELL))
                .append(RunnerFields.GENERATION, 1L)
                .append(RunnerFields.SLOT_COUNT, SLOTS)
                .append(RunnerFields.RELAY, RELAY.value())
                .append(RunnerFields.SLOTS, slots);
    }

    private static RunnerId runnerId(int number) {
        return new RunnerId("00000000-0000-4000-8000-%012d".formatted(number));
    }

    private static TaskId id(int number) {
        return number % 2 == 0
                ? TaskId.timeOrdered(1_800_000_000_000L + number, number, number)
                : TaskId.forKey(ProjectName.DEFAULT, Integer.toString(number));
    }
}
