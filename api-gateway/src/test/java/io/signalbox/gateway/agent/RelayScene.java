package io.signalbox.gateway.agent;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.http.RunningGateway;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.RelayCommand.AssignTask;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.model.message.RelayCommand.StopTask;
import io.signalbox.model.message.RelayCommand.StopTask.Stop;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.ReasonCode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A gateway with the rest of the system played by the test: it inserts tasks, assigns and stops them as the scheduler would. */
final class RelayScene {
    static final Epoch EPOCH = new Epoch(1);
    static final String SPEC =
            "{\"commands\":[\"echo hi\"],\"env\":{\"A\":\"ä\"},\"files\":[{\"path\":\"f\",\"content\":\"aGk=\",\"mode\":\"0600\"}]}";

    private final RunningGateway gateway;
    private final String registrationToken;

    private RelayScene(RunningGateway gateway, String registrationToken) {
        this.gateway = gateway;
        this.registrationToken = registrationToken;
    }

    static RelayScene set() {
        RunningGateway gateway = RunningGateway.shared();
        TokenValue token = TokenValue.random(TokenValue.REGISTRATION, new SecureRandom());
        gateway.bean(Store.class)
                .deciding(CollectionNames.TOKENS)
                .insertOne(new Document("_id", token.id())
                        .append("kind", "registration")
                        .append("hash", token.hash())
                        .append("pool", "default")
                        .append("createdAt", Instant.now()));
        return new RelayScene(gateway, token.text());
    }

    /** The same scene seen from another gateway over the same store. */
    RelayScene at(RunningGateway other) {
        return new RelayScene(other, registrationToken);
    }

    RunningGateway gateway() {
        return gateway;
    }

    ScriptedAgent newcomer() {
        return ScriptedAgent.with(gateway.client(), registrationToken);
    }

    /** Our runner of this name with some slots. */
    ScriptedAgent runner(String name, int slots) {
        return newcomer()
                .registered("{'name':'" + name + "','version':'1','pid':1,'hostname':'h','slots':" + slots + "}");
    }

    /** An official agent of this name. */
    ScriptedAgent official(String name) {
        return newcomer()
                .registered("{'name':'" + name
                        + "','version':'v2.4.0','pid':7,'os':'','arch':'x86_64','hostname':'vm','single_job':false,"
                        + "'idle_timeout':0,'interruption_grace_period':0,'job_id':''}");
    }

    /** Somebody pauses, resumes or drains a runner, and this gateway has heard of it. */
    void decide(String runner, String decision) {
        RunnerId id = RunnerId.forName(runner);
        gateway.client().post("/api/v1/runners/" + id + "/" + decision, "").is(200);
        gateway.bean(Sessions.class).review();
    }

    void drain(String runner) {
        decide(runner, "drain");
    }

    MongoCollection<Document> collection(String name) {
        return gateway.bean(Store.class).deciding(name);
    }

    Document runnerDocument(String name) {
        return requireNonNull(collection(CollectionNames.RUNNERS)
                .find(Filters.eq("_id", RunnerId.forName(name).value()))
                .first());
    }

    @Nullable
    Document report(String id) {
        return collection(CollectionNames.REPORTS).find(Filters.eq("_id", id)).first();
    }

    /** A task whose live attempt is on this slot, as the scheduler commits it; told to nobody. */
    Assigned committed(String runner, int slot) {
        return committed(runner, slot, EPOCH);
    }

    /** The same by the leader of this epoch. */
    Assigned committed(String runner, int slot, Epoch epoch) {
        return committed(runner, slot, epoch, SPEC);
    }

    /** The same of a task with this specification. */
    Assigned committed(String runner, int slot, Epoch epoch, String spec) {
        Document document = runnerDocument(runner);
        TaskId task = new TaskId(UUID.randomUUID().toString());
        AttemptId attempt = AttemptId.derive(task, Instant.EPOCH, epoch, 1);
        Generation generation =
                new Generation(document.get("generation", Number.class).longValue());
        RelayId relay = gateway.bean(RelayId.class);
        collection(CollectionNames.TASKS)
                .insertOne(new Document(TaskFields.ID, task.value())
                        .append(TaskFields.VERSION, 1L)
                        .append(TaskFields.STATE, "assigned")
                        .append(TaskFields.PROJECT, "default")
                        .append(TaskFields.CREATED_AT, Instant.now())
                        .append(TaskFields.FENCE, 0L)
                        .append(TaskFields.SPEC, spec)
                        .append(
                                TaskFields.ATTEMPT,
                                new Document(AttemptFields.ID, attempt.value())
                                        .append(AttemptFields.NUMBER, 1)
                                        .append(AttemptFields.FENCE, 0L)
                                        .append(AttemptFields.EPOCH, epoch.value())
                                        .append(AttemptFields.RUNNER, document.getString("_id"))
                                        .append(AttemptFields.GENERATION, generation.value())
                                        .append(AttemptFields.SLOT, slot)
                                        .append(AttemptFields.RELAY, relay.value())));
        return new Assigned(this, new Assignment(task, attempt, new Fence(0), slot(document, slot), generation));
    }

    private static SlotRef slot(Document runner, int number) {
        return new SlotRef(new RunnerId(runner.getString("_id")), number);
    }

    void tell(RelayCommand command) {
        RelayId relay = gateway.bean(RelayId.class);
        gateway.bean(MessageBus.class)
                .send(List.of(new Outgoing(new Destination.Relay(relay), command)))
                .join();
    }

    /** An attempt that the scheduler put on a slot. */
    record Assigned(RelayScene scene, Assignment assignment) {
        String id() {
            return assignment.attempt().value();
        }

        Assigned published() {
            return published(EPOCH);
        }

        Assigned published(Epoch epoch) {
            scene.tell(new AssignTask(epoch, List.of(assignment)));
            return this;
        }

        /** The scheduler wants it to end, and the relay has heard so. */
        void stopped() {
            stop();
            mustEnd();
        }

        void stop() {
            scene.tell(new StopTask(
                    EPOCH,
                    List.of(new Stop(
                            assignment.task(), assignment.attempt(), assignment.slot(), ReasonCode.CANCEL_REQUESTED))));
        }

        /** The scheduler ended it: no attempt lives. */
        void ended(String state) {
            scene.collection(CollectionNames.TASKS)
                    .updateOne(
                            Filters.eq("_id", assignment.task().value()),
                            Updates.combine(
                                    Updates.unset(TaskFields.ATTEMPT),
                                    Updates.set(TaskFields.STATE, state),
                                    Updates.push(
                                            TaskFields.ATTEMPTS,
                                            new Document(AttemptFields.ID, id())
                                                    .append(
                                                            AttemptFields.RUNNER,
                                                            assignment
                                                                    .slot()
                                                                    .runner()
                                                                    .value())
                                                    .append(AttemptFields.NUMBER, 1)
                                                    .append(AttemptFields.STATE, state))));
        }

        /** The scheduler wants it to end, and nobody was told. */
        void mustEnd() {
            scene.collection(CollectionNames.TASKS)
                    .updateOne(
                            Filters.eq("_id", assignment.task().value()),
                            Updates.set(
                                    TaskFields.ATTEMPT + "." + AttemptFields.STOP_CAUSE,
                                    ReasonCode.CANCEL_REQUESTED.wire()));
        }

        /** The claim in the store. */
        @Nullable
        Document claim() {
            return scene.report(id() + ":start");
        }

        /** The end in the store. */
        @Nullable
        Document end() {
            return scene.report(id() + ":finished");
        }
    }
}
