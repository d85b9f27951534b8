package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.RunningGateway;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log that has as much output as it may: what comes after is refused, and stated as missing. */
class LogQuotaTest {
    private final RelayScene shared = RelayScene.set();
    private final RunningGateway small = shared.gateway().second(Map.of("signalbox.log.quota", "10B"));
    private final RelayScene scene = shared.at(small);

    @AfterEach
    void close() {
        small.close();
    }

    @Test
    void ourRunnerStatesTheEndOfWhatIsMissing() {
        ScriptedAgent agent = scene.runner("quota-ours", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Assigned assigned = scene.committed("quota-ours", 0).published();
        ScriptedAgent.action(held.join(), "run-job");

        agent.push(assigned.id(), 0, output("0123456789")).is(200);
        assertThat(agent.push(assigned.id(), 1, output("more"))
                        .is(422)
                        .response()
                        .body())
                .isEmpty();
        ScriptedAgent.action(
                agent.sync("{'state':'finished-job','job_id':'" + assigned.id() + "','sync':2,'journal':['"
                        + assigned.id()
                        + "'],'finished':{'result':'passed','exitCode':0,'logEnd':3,'startFrom':1,'events':[]}}"),
                "wait-for-jobs");

        assertMissing(assigned, 1, 3);
        agent.push(assigned.id(), 1, output("more")).is(422);
    }

    @Test
    void officialAgentsMissingEndIsNotKnown() {
        OfficialProcess agent = OfficialProcess.start(scene, "quota-official");
        Assigned assigned = agent.given();
        agent.fetch();
        agent.begins();

        agent.agent().push(assigned.id(), 0, output("0123456789")).is(200);
        agent.agent().push(assigned.id(), 1, output("more")).is(422);
        agent.ends("passed");
        ScriptedAgent.action(agent.sync(), "wait-for-jobs");

        assertMissing(assigned, 1, null);
    }

    private void assertMissing(Assigned assigned, int from, @Nullable Integer to) {
        String path = "/api/v1/tasks/" + assigned.assignment().task().value() + "/log/verify";
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var proof = scene.gateway().client().get(path).is(200).json();
            assertThat(proof.at("/sealed").asBoolean()).isTrue();
            assertThat(proof.at("/complete").asBoolean()).isFalse();
            assertThat(proof.at("/missing/0/from").asInt()).isEqualTo(from);
            assertThat(proof.at("/missing/0/to").isNumber()).isEqualTo(to != null);
            if (to != null) {
                assertThat(proof.at("/missing/0/to").asInt()).isEqualTo(to);
            }
        });
    }

    private static String output(String text) {
        return "{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"" + text + "\"}";
    }
}
