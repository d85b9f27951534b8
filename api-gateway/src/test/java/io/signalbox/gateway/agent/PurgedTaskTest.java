package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.model.store.CollectionNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** C25: of a task that has been kept long enough the log goes first, and nothing that comes late brings it back. */
class PurgedTaskTest {
    private static final String LINE = "{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"hello\"}";

    private final RelayScene scene = RelayScene.set();
    private final ApiClient client = scene.gateway().client();

    @Test
    void logThatIsPurgedSaysSoAndWhatComesLateIsDropped() {
        ScriptedAgent agent = scene.runner("purged", 1);
        Assigned assigned = ended(agent, "purged");
        String task = "/api/v1/tasks/" + assigned.assignment().task();
        client.get(task + "/log/verify").is(200);
        purge(assigned);

        assertThat(client.get(task).is(200).json().at("/logPurgedAt").isString())
                .isTrue();
        for (String log : List.of("/log", "/log/raw", "/log/verify", "/log/stream")) {
            client.get(task + log).isProblem(410, "log_purged");
        }
        agent.push(assigned.id(), 0, LINE).is(422);
        agent.push(assigned.id(), 1, LINE).is(422);
        ScriptedAgent.action(agent.sync(finished(assigned, 3)), "wait-for-jobs");
        assertThat(chunks(assigned)).isZero();
        assertThat(assigned.end()).isNull();
    }

    @Test
    void ofATaskThatIsGoneNothingIsKnownAndNothingIsStored() {
        ScriptedAgent agent = scene.runner("purged-whole", 1);
        Assigned assigned = ended(agent, "purged-whole");
        purge(assigned);
        String task = assigned.assignment().task().value();
        scene.collection(CollectionNames.TASKS).deleteOne(Filters.eq(task));

        client.get("/api/v1/tasks/" + task).isProblem(404, "not_found");
        client.get("/api/v1/tasks/" + task + "/log").isProblem(404, "not_found");
        client.post("/api/v1/tasks/" + task + "/retry").isProblem(404, "not_found");
        agent.push(assigned.id(), 0, LINE).is(422);
        ScriptedAgent.action(agent.sync(finished(assigned, 3)), "wait-for-jobs");
        assertThat(chunks(assigned)).isZero();
        assertThat(assigned.end()).isNull();
    }

    @Test
    void idempotencyKeyOfAPurgedTaskMakesAnotherTask() {
        Answer first = submitted().is(201);
        submitted().is(200);
        scene.collection(CollectionNames.TASKS)
                .deleteOne(Filters.eq(first.json().at("/id").asString()));

        Answer again = submitted().is(201);
        assertThat(again.json().at("/id")).isEqualTo(first.json().at("/id"));
    }

    private Answer submitted() {
        return client.post("/api/v1/tasks", "{\"commands\":[\"true\"]}", "Idempotency-Key", "purged-key");
    }

    private Assigned ended(ScriptedAgent agent, String name) {
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Assigned assigned = scene.committed(name, 0).published();
        ScriptedAgent.action(held.join(), "run-job");
        agent.push(assigned.id(), 0, LINE).is(200);
        ScriptedAgent.action(agent.sync(finished(assigned, 2)), "wait-for-jobs");
        assigned.ended("passed");
        return assigned;
    }

    private static String finished(Assigned assigned, int sync) {
        return "{'state':'finished-job','job_id':'" + assigned.id() + "','sync':" + sync + ",'journal':['"
                + assigned.id()
                + "'],'finished':{'result':'passed','exitCode':0,'logEnd':1,'startFrom':1,'events':[]}}";
    }

    /** The scheduler has removed the reports, and wishes and decides that the log go; a gateway does so. */
    private void purge(Assigned assigned) {
        String task = assigned.assignment().task().value();
        scene.collection(CollectionNames.REPORTS).deleteMany(Filters.eq("task", task));
        scene.collection(CollectionNames.PURGES)
                .insertOne(new Document("_id", task).append("attempts", List.of(assigned.id())));
        scene.collection(CollectionNames.TASKS)
                .updateOne(Filters.eq(task), Updates.set("logPurgedAt", Date.from(Instant.now())));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> scene.collection(CollectionNames.PURGES).countDocuments(Filters.eq(task)) == 0);
    }

    private long chunks(Assigned assigned) {
        Bson ofLog = Filters.regex("_id", "^" + assigned.id());
        return scene.collection(CollectionNames.LOG_CHUNKS).countDocuments(ofLog);
    }
}
