package io.signalbox.gateway.adapter.mongo.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import io.signalbox.gateway.relay.claim.AssignedTask;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Live attempts out of {@code tasks}, from the collection for deciding; found by {@code _id} or by the index on runner and slot. */
public final class MongoLiveAttempts implements LiveAttempts {
    private static final String ATTEMPT = TaskFields.ATTEMPT + ".";

    private final MongoCollection<Document> tasks;
    private final SharedReads<TaskId, Optional<AssignedTask>> byTask;
    private final SharedReads<RunnerId, List<LiveAttempt>> byRunner;
    private final SharedReads<RelayId, List<LiveAttempt>> byRelay;

    /** Over the collection for deciding. */
    public MongoLiveAttempts(MongoCollection<Document> tasks) {
        this.tasks = tasks;
        this.byTask = new SharedReads<>("reader-claims", this::readTasks);
        this.byRunner = new SharedReads<>("reader-slots", this::readRunners);
        this.byRelay = new SharedReads<>("reader-relay", this::readRelays);
    }

    @Override
    public CompletableFuture<Optional<AssignedTask>> of(TaskId task) {
        return byTask.get(task, Optional.empty());
    }

    @Override
    public CompletableFuture<List<LiveAttempt>> on(RunnerId runner) {
        return byRunner.get(runner, List.of());
    }

    @Override
    public CompletableFuture<List<LiveAttempt>> toDo(RelayId relay) {
        return byRelay.get(relay, List.of());
    }

    private Map<TaskId, Optional<AssignedTask>> readTasks(List<TaskId> ids) {
        Map<TaskId, Optional<AssignedTask>> found = new HashMap<>();
        Bson filter = in(TaskFields.ID, ids.stream().map(TaskId::value).toList());
        tasks.find(filter)
                .projection(include(TaskFields.ATTEMPT, TaskFields.PROJECT, TaskFields.SPEC))
                .forEach((Consumer<Document>) document -> found.put(
                        new TaskId(document.getString(TaskFields.ID)), LiveAttemptDocument.assigned(document)));
        return found;
    }

    private Map<RunnerId, List<LiveAttempt>> readRunners(List<RunnerId> runners) {
        Map<RunnerId, List<LiveAttempt>> found = new HashMap<>();
        Bson filter = in(
                ATTEMPT + AttemptFields.RUNNER,
                runners.stream().map(RunnerId::value).toList());
        read(filter)
                .forEach(live -> found.computeIfAbsent(live.slot().runner(), _ -> new ArrayList<>())
                        .add(live));
        return found;
    }

    private Map<RelayId, List<LiveAttempt>> readRelays(List<RelayId> relays) {
        Map<RelayId, List<LiveAttempt>> found = new HashMap<>();
        for (RelayId relay : relays) {
            found.put(
                    relay,
                    read(and(
                            eq(ATTEMPT + AttemptFields.RELAY, relay.value()),
                            or(
                                    eq(TaskFields.STATE, TaskState.ASSIGNED.wire()),
                                    exists(ATTEMPT + AttemptFields.STOP_CAUSE)))));
        }
        return found;
    }

    private List<LiveAttempt> read(Bson filter) {
        List<LiveAttempt> found = new ArrayList<>();
        tasks.find(filter).projection(include(TaskFields.ATTEMPT)).forEach((Consumer<Document>)
                document -> LiveAttemptDocument.live(document).ifPresent(found::add));
        return found;
    }
}
