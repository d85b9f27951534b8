package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Broker and store go away and come back: what runs goes on, what was accepted ends. */
class OutageSystemIT extends OnCluster {
    private static final Duration AFTERWARDS = Duration.ofSeconds(90);

    @Test
    void aRestartedBrokerCostsTimeAndNothingElse() {
        String running = submitChatty(100);
        api().await(running, "running");
        parts().restart("rabbitmq");
        assertEndsWhole(running, 100);
        String later = submitChatty(3);
        assertEndsWhole(later, 3);
    }

    @Test
    void withoutABrokerTasksStillRun() {
        parts().stop("rabbitmq");
        try {
            assertEndsWhole(submitChatty(3), 3);
        } finally {
            parts().start("rabbitmq");
        }
    }

    @Test
    void aBrokerWhoseMemoryIsShortCostsTimeAndNothingElse() {
        String running = submitChatty(50);
        api().await(running, "running");
        parts().blockBroker();
        try {
            assertEndsWhole(submitChatty(3), 3);
            assertEndsWhole(running, 50);
        } finally {
            parts().unblockBroker();
        }
        assertEndsWhole(submitChatty(3), 3);
    }

    @Test
    void aRestartedStoreCostsTimeAndNothingElse() {
        String running = submitChatty(100);
        api().await(running, "running");
        parts().restart("mongodb");
        assertEndsWhole(running, 100);
        String later = Awaitility.await("submissions are taken again")
                .atMost(AFTERWARDS)
                .ignoreExceptionsMatching(e -> e instanceof IllegalStateException || e instanceof UncheckedIOException)
                .until(() -> submitChatty(3), id -> true);
        assertEndsWhole(later, 3);
    }

    private String submitChatty(int lines) {
        return api().submit("{'commands':['for i in $(seq 1 %d); do echo line $i; sleep 0.1; done'],'tags':['linux']}"
                .formatted(lines));
    }

    private void assertEndsWhole(String id, int lines) {
        JsonNode task = Awaitility.await()
                .atMost(AFTERWARDS)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(e -> e instanceof IllegalStateException || e instanceof UncheckedIOException)
                .until(
                        () -> api().task(id),
                        seen -> seen.get("finishedAt") != null
                                && !seen.get("finishedAt").isNull());
        assertThat(task.get("state").asString()).isEqualTo("passed");
        assertThat(task.get("attempts")).hasSize(1);
        String whole = IntStream.rangeClosed(1, lines)
                .mapToObj(n -> "line " + n + "\n")
                .collect(Collectors.joining());
        assertThat(api().output(id)).isEqualTo(whole);
        assertThat(api().verify(id).get("complete").asBoolean()).isTrue();
    }
}
