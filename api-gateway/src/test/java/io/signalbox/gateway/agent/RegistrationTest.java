package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Registration over HTTPS (C6); the times are in NameWatchTest. */
class RegistrationTest {
    private final RelayScene scene = RelayScene.set();

    @Test
    void runnerIsToldWhoItIs() {
        var answer = scene.newcomer()
                .register("{'name':'reg-who','version':'1','pid':1,'hostname':'h','slots':3,'tags':['linux']}")
                .is(201)
                .json();
        assertThat(answer.at("/name").asString()).isEqualTo("reg-who");
        assertThat(answer.at("/token").asString()).startsWith("sba_");
        assertThat(answer.at("/pool").asString()).isEqualTo("default");
        assertThat(scene.runnerDocument("reg-who"))
                .containsEntry("slotCount", 3)
                .containsEntry("tags", List.of("default", "executor:shell", "linux"));
        assertThat(scene.runnerDocument("reg-who").toJson()).doesNotContain("sba_");
    }

    @Test
    void theClockOfARunnerCanBeCheckedByTheAnswerAlsoWhenItIsRefused() {
        ScriptedAgent runner = scene.newcomer().registered("{'name':'reg-clock'}");
        for (var answer : List.of(runner.refresh(), scene.newcomer().register("{}"))) {
            String date = answer.response().headers().firstValue("Date").orElseThrow();
            Instant told = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            assertThat(told).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        }
    }

    @Test
    void anExecutorThatWasSeenToWorkIsATag() {
        scene.newcomer().registered("{'name':'reg-docker','tags':['gpu'],'executors':['docker','rocket']}");
        assertThat(scene.runnerDocument("reg-docker"))
                .containsEntry("tags", List.of("default", "executor:docker", "executor:shell", "gpu"));
    }

    @Test
    void runnerThatTakesFoldersHasATagForIt() {
        scene.newcomer().registered("{'name':'reg-folder','executors':['folder']}");
        assertThat(scene.runnerDocument("reg-folder"))
                .containsEntry("tags", List.of("default", "executor:folder", "executor:shell"));
    }

    @Test
    void executorsAndPoolsCannotBeClaimed() {
        scene.newcomer().registered("{'name':'reg-claim','tags':['executor:docker','default','gpu']}");
        assertThat(scene.runnerDocument("reg-claim"))
                .containsEntry("tags", List.of("default", "executor:shell", "gpu"));
    }

    @Test
    void officialAgentsHaveTheExecutorsThatTheirTokenGrants() {
        var client = scene.gateway().client();
        String token = client.post(
                        "/api/v1/pools/default/registration-tokens",
                        "{\"tags\":[\"executor:docker\",\"executor:folder\",\"executor:vm\"]}")
                .is(201)
                .json()
                .at("/value")
                .asString();
        ScriptedAgent.with(client, token).registered("{'name':'reg-official'}");
        assertThat(scene.runnerDocument("reg-official"))
                .containsEntry("tags", List.of("default", "executor:docker", "executor:shell"));
    }

    @Test
    void unknownTokenIsRefusedWithAReason() {
        var answer = ScriptedAgent.with(scene.gateway().client(), "sbr_wrong").register("{'name':'reg-no'}");
        assertThat(answer.is(401).response().body()).contains("not known");
    }

    @Test
    void nameInUseIsRefusedExceptToTheSameProcessThatNeverSynced() {
        String body = "{'name':'reg-name','pid':4,'hostname':'here'}";
        ScriptedAgent first = scene.newcomer().registered(body);
        ScriptedAgent second = scene.newcomer().registered(body);
        ScriptedAgent.action(first.sync("{'state':'waiting-for-jobs'}"), "shutdown");
        second.sync("{'state':'waiting-for-jobs'}").is(200);
        assertThat(scene.newcomer()
                        .register("{'name':'reg-name','pid':5,'hostname':'there'}")
                        .is(409)
                        .response()
                        .body())
                .contains("in use");
    }

    @Test
    void keptAccessTokenReplacesTheSessionAtOnce() {
        ScriptedAgent first = scene.runner("reg-back", 1);
        first.sync("{'state':'waiting-for-jobs','sync':1}").is(200);
        ScriptedAgent back = first.registered("{'name':'reg-back','pid':99,'hostname':'h'}");
        first.sync("{'state':'waiting-for-jobs','sync':2}").is(401);
        back.sync("{'state':'waiting-for-jobs','sync':1}").is(200);
    }

    @Test
    void goodbyeFreesTheName() {
        ScriptedAgent first = scene.official("reg-bye");
        first.disconnect().is(200);
        scene.newcomer()
                .register("{'name':'reg-bye','pid':8,'hostname':'other'}")
                .is(201);
    }

    @Test
    void tokenCountsOnlyFromItsAddresses() {
        String tokens = "/api/v1/pools/default/registration-tokens";
        var client = scene.gateway().client();
        String far = client.post(tokens, "{\"addresses\":[\"203.0.113.0/24\"]}")
                .is(201)
                .json()
                .at("/value")
                .asString();
        assertThat(ScriptedAgent.with(client, far)
                        .register("{'name':'reg-far'}")
                        .is(422)
                        .response()
                        .body())
                .contains("does not allow the address");
        String near = client.post(tokens, "{\"addresses\":[\"127.0.0.0/8\",\"::1\"]}")
                .is(201)
                .json()
                .at("/value")
                .asString();
        ScriptedAgent.with(client, near).register("{'name':'reg-near'}").is(201);
    }

    @Test
    void revokedTokenMayEndTheSessionsOfItsRunners() {
        String tokens = "/api/v1/pools/default/registration-tokens";
        var client = scene.gateway().client();
        var issued = client.post(tokens, "{}").is(201).json();
        ScriptedAgent agent =
                ScriptedAgent.with(client, issued.at("/value").asString()).registered("{'name':'reg-ended','slots':1}");
        ScriptedAgent other = scene.runner("reg-not-ended", 1);
        agent.sync("{'state':'waiting-for-jobs','sync':1}").is(200);
        client.delete(tokens + "/" + issued.at("/id").asString() + "?endSessions=true")
                .is(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> agent.sync("{'state':'waiting-for-jobs','sync':2}").status() == 401);
        other.sync("{'state':'waiting-for-jobs','sync':1}").is(200);
    }

    @Test
    void whatIsWrongIsSaid() {
        for (String[] wrong : new String[][] {
            {"{'name':'white space'}", "name must be"},
            {"{'pid':1}", "name is missing"},
            {"{'name':'reg-x','slots':0}", "slots must be"},
            {"{'name':'reg-x','tags':['not ok']}", "a tag must be"},
            {"{'name':'reg-x','job_id':'7'}", "job_id"},
            {"nonsense", "not a registration"}
        }) {
            assertThat(scene.newcomer().register(wrong[0]).response().body()).contains(wrong[1]);
        }
    }
}
