package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Leaders die or freeze: the other takes over, and no slot gets two tasks. */
class LeadershipSystemIT extends OnCluster {
    private static final Duration TAKEN_OVER = Duration.ofSeconds(60);

    @Test
    void theOtherTakesOverWhenTheLeaderIsKilled(@TempDir Path folder) {
        String running = api().submit("{'commands':['sleep 15; echo done'],'tags':['linux']}");
        api().await(running, "running");
        installation().process(leader()).kill();
        List<String> later = submitWitnesses(folder, 6);
        assertAllPassOnceEach(folder, later);
        JsonNode task = api().await(TAKEN_OVER, running, "passed", "failed", "lost");
        assertThat(task.get("state").asString())
                .as("a take-over hurts nobody who runs")
                .isEqualTo("passed");
        assertThat(task.get("attempts")).hasSize(1);
        installation().startMissing();
    }

    @Test
    void aLeaderThatWakesUpAfterATakeOverDoesNoHarm(@TempDir Path folder) {
        String frozen = leader();
        List<String> tasks = submitWitnesses(folder, 10);
        installation().process(frozen).pause();
        tasks.addAll(submitWitnesses(folder, 10));
        Awaitility.await("the other leads").atMost(TAKEN_OVER).until(() -> !leader().equals(frozen));
        installation().process(frozen).resume();
        tasks.addAll(submitWitnesses(folder, 10));
        assertAllPassOnceEach(folder, tasks);
    }

    /** Tasks that write down when they run on which slot: a lock folder per runner's slot shows two at once. */
    private List<String> submitWitnesses(Path folder, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(api().submit("{'commands':['echo $SIGNALBOX_TASK_ID >> %s/ran; sleep 0.2'],'tags':['builder']}"
                    .formatted(folder)));
        }
        return ids;
    }

    private void assertAllPassOnceEach(Path folder, List<String> ids) {
        for (String id : ids) {
            JsonNode task = api().await(TAKEN_OVER, id, "passed", "failed", "lost");
            assertThat(task.get("state").asString()).as(id).isEqualTo("passed");
            assertThat(task.get("attempts")).as(id).hasSize(1);
        }
        assertThat(lines(folder.resolve("ran"))).containsExactlyInAnyOrderElementsOf(ids);
    }

    private String leader() {
        return Awaitility.await("one leads")
                .atMost(TAKEN_OVER)
                .until(
                        () -> Stream.of("scheduler-1", "scheduler-2")
                                .filter(installation()::leads)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
