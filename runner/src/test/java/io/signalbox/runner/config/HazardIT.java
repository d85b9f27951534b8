package io.signalbox.runner.config;

import static io.signalbox.runner.config.RelayBook.attempt;
import static io.signalbox.runner.config.RelayBook.job;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.adapter.http.Certificates;
import io.signalbox.runner.adapter.http.Hazards;
import io.signalbox.runner.adapter.http.RelayServer;
import io.signalbox.runner.adapter.http.RelayServer.Hazard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A relay whose answers go wrong at every step of a task's way, over HTTPS. Whatever it does, each attempt runs once, its log arrives whole and in
 * order, and the runner takes the next.
 */
class HazardIT {
    private static final Duration SLOW = Duration.ofMillis(700);
    private static final int LINES = 3000;

    @TempDir
    Path folder;

    private RelayServer relay;
    private RelayBook book;
    private LiveRunner runner;
    private int attempts;

    @BeforeEach
    void start() throws Exception {
        Certificates.make(folder);
        relay = new RelayServer(folder.resolve("relay.p12"));
        book = new RelayBook(relay);
        runner = new LiveRunner(folder, folder.resolve("relay.pem"), 1, relay.address());
    }

    @AfterEach
    void stop() throws Exception {
        runner.close();
        relay.close();
    }

    private Path marker(AttemptId attempt) {
        return folder.resolve(attempt.value());
    }

    /** Lets one attempt travel through the hazard and checks everything about it. */
    private void survives(String name, Hazard hazard) throws IOException {
        AttemptId attempt = attempt(++attempts);
        relay.hazard = hazard;
        book.give(job(attempt, "echo ran >>" + marker(attempt), "seq 1 " + LINES, "sleep 0.3; echo end"));
        await().alias(name).atMost(Duration.ofSeconds(30)).until(() -> book.ends.containsKey(attempt));
        relay.hazard = (call, response, callback) -> false;
        assertThat(requireNonNull(book.ends.get(attempt)).result()).as(name).isEqualTo(AttemptResult.PASSED);
        assertThat(Files.readAllLines(marker(attempt))).as(name).containsExactly("ran");
        assertThat(book.numbers(attempt))
                .as(name)
                .isEqualTo(IntStream.rangeClosed(1, LINES).boxed().toList());
        book.isSound();
        assertThat(runner.isSound()).as(name + ": " + runner.log).isTrue();
    }

    @Test
    void statusesThatAreNotGoodAreSurvived() throws IOException {
        int[] all = {
            201, 202, 204, 206, 300, 304, 400, 402, 405, 408, 409, 410, 413, 415, 418, 425, 429, 500, 501, 502, 503,
            504, 507
        };
        for (int status : all) {
            survives("status " + status, Hazards.atFirst(2, Hazards.status(status)));
        }
    }

    @Test
    void aForgottenTokenIsReplacedWhileTheTaskRuns() throws IOException {
        for (int status : new int[] {401, 403, 404}) {
            survives("status " + status, Hazards.atFirst(1, Hazards.status(status)));
        }
        assertThat(relay.registrations).hasSizeGreaterThan(1);
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            survives(
                    "redirect " + status, Hazards.atFirst(2, Hazards.redirect(status, relay.address() + "/elsewhere")));
        }
        assertThat(relay.calls).noneMatch(call -> call.contains("/elsewhere"));
    }

    @Test
    void garbageAndWrongTypesAreSurvived() throws IOException {
        String[] all = {
            "",
            "null",
            "[]",
            "42",
            "\"run-job\"",
            "<html>please log in</html>",
            "{",
            "{\"action\":\"explode\"}",
            "{\"action\":7}",
            "{\"action\":\"run-job\",\"job_id\":5,\"job\":\"x\"}",
            "{\"action\":\"continue\",\"next_sync_after\":\"soon\"}",
            "{\"action\":\"continue\",\"next_sync_after\":100.0}",
            "{\"action\":\"continue\",\"next_sync_after\":\"100\"}",
            "{\"action\":\"run-job\",\"job\":{\"job_id\":\"no uuid\"}}",
            "\u0000\u0001\u0002",
            "{\"action\":\"continue\"",
            "{\"action\":null}",
            "{\"action\":\"run-job\",\"job\":{}}"
        };
        for (String body : all) {
            // An empty 200 is what a good push is answered with.
            Hazard hazard = Hazards.atFirst(2, Hazards.body(body));
            survives("body " + body, body.isEmpty() ? syncsAlone(hazard) : hazard);
        }
    }

    private static Hazard syncsAlone(Hazard hazard) {
        return (call, response, callback) -> call.path().endsWith("/sync") && hazard.strike(call, response, callback);
    }

    @Test
    void anAnswerWithoutEndIsLeftAlone() throws IOException {
        survives("endless", Hazards.atFirst(1, Hazards.body("x".repeat(17 * 1024 * 1024))));
    }

    @Test
    void cutsInTheMiddleOfABodyAreSurvived() throws IOException {
        survives("cut", Hazards.atFirst(2, Hazards.cut()));
        survives("reset", Hazards.atFirst(3, Hazards.reset()));
    }

    @Test
    void anAnswerThatHangsInTheMiddleCostsItsTimeAlone() throws IOException {
        Hazard hang = Hazards.atFirst(1, Hazards.hang());
        survives(
                "hang",
                (call, response, callback) ->
                        !call.body().contains("waiting-for-jobs") && hang.strike(call, response, callback));
    }

    @Test
    void slowAnswersDelayAndBreakNothing() throws IOException {
        survives("slow", Hazards.atFirst(4, (call, response, callback) -> {
            await().pollDelay(SLOW).until(() -> true);
            return false;
        }));
    }

    @Test
    void aLogThatIsRefusedWhileSyncsAreAnsweredArrivesLaterAndWhole() throws IOException {
        survives("pushes refused", Hazards.atPushes(Hazards.atFirst(4, Hazards.status(503))));
        survives("pushes cut", Hazards.atPushes(Hazards.atFirst(3, Hazards.cut())));
    }

    @Test
    void whatWasDoneButNotAnsweredIsNotDoneTwice() throws IOException {
        survives("lost answers", Hazards.atFirst(3, Hazards.loseAnswer(relay)));
    }

    @Test
    void aProxyThatTakesOnlySmallBodiesGetsSmallOnes() throws IOException {
        survives(
                "413",
                Hazards.atPushes((call, response, callback) ->
                        call.body().length() > 20_000 && Hazards.status(413).strike(call, response, callback)));
    }
}
