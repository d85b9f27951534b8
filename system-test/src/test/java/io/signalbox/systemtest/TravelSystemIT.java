package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.Victim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a task may meet on its way while nothing dies. */
class TravelSystemIT extends OnCluster {

    @Test
    void passesWithItsWholeLog() {
        String id = api().submit("{'commands':['echo one','echo two >&2','seq 1 5000'],'tags':['linux']}");
        JsonNode task = api().await(id, "passed", "failed");
        assertThat(task.get("state").asString()).isEqualTo("passed");
        assertThat(task.get("exitCode").asInt()).isZero();
        String numbers = IntStream.rangeClosed(1, 5000).mapToObj(n -> n + "\n").collect(Collectors.joining());
        assertThat(api().output(id)).isEqualTo("one\ntwo\n" + numbers);
        assertThat(api().verify(id).get("complete").asBoolean()).isTrue();
        assertThat(installation().api(2).output(id)).as("at the other gateway").isEqualTo(api().output(id));
    }

    @Test
    void failsWithTheExitCodeOfItsCommand() {
        String id = api().submit("{'commands':['echo before','exit 3','echo after'],'tags':['linux']}");
        JsonNode task = api().await(id, "passed", "failed");
        assertThat(task.get("state").asString()).isEqualTo("failed");
        assertThat(task.get("exitCode").asInt()).isEqualTo(3);
        assertThat(api().output(id)).isEqualTo("before\n");
    }

    @Test
    void eachTaskGoesToARunnerWithItsTags() {
        String onLinux = api().submit("{'commands':['true'],'tags':['linux']}");
        String onBuilder = installation().api(2).submit("{'commands':['true'],'tags':['builder']}");
        assertThat(runnerOf(api().await(onLinux, "passed"))).isEqualTo("linux-1");
        assertThat(runnerOf(api().await(onBuilder, "passed"))).isEqualTo("builder-1");
    }

    @Test
    void aTaskThatNobodyFitsSaysWhyItWaitsAndIsCanceledWhileQueued() {
        String id = api().submit("{'commands':['true'],'tags':['gpu']}");
        JsonNode explanation = api().get("/api/v1/tasks/" + id + "/explain");
        assertThat(explanation.get("waiting").asBoolean()).isTrue();
        assertThat(explanation.get("causes").toString()).contains("gpu");
        assertThat(explanation.get("change").asString()).contains("gpu");
        assertThat(api().cancel(id)).isEqualTo(202);
        assertThat(api().await(id, "canceled").get("attempts")).isEmpty();
    }

    @Test
    void cancelEndsARunningTaskWithAllOfItsProcesses(@TempDir Path folder) throws Exception {
        Path pid = folder.resolve("pid");
        String id = api().submit("{'commands':['sleep 300 & echo $! > %s; echo started; wait'],'tags':['linux']}"
                .formatted(pid));
        api().await(id, "running");
        Victim child = victim(pid);
        assertThat(installation().api(2).cancel(id)).isEqualTo(202);
        assertThat(api().await(id, "canceled", "passed", "failed").get("state").asString())
                .isEqualTo("canceled");
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !child.isAlive());
    }

    @Test
    void timeOutEndsAChildThatIgnoresTheSignal(@TempDir Path folder) throws Exception {
        Path pid = folder.resolve("pid");
        String id = api().submit(
                        "{'commands':['trap : TERM; echo $$ > %s; while true; do sleep 1; done'],".formatted(pid)
                                + "'tags':['linux'],'timeout':'PT2S','stopGrace':'PT1S'}");
        assertThat(api().await(id, "timed_out", "passed", "failed").get("state").asString())
                .isEqualTo("timed_out");
        Victim child = victim(pid);
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !child.isAlive());
    }

    private static Victim victim(Path pid) throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> Files.exists(pid) && Files.size(pid) > 0);
        return new Victim(Long.parseLong(Files.readString(pid).strip()));
    }

    private static String runnerOf(JsonNode task) {
        return task.get("attempts").get(0).get("runner").get("name").asString();
    }
}
