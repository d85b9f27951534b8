package io.signalbox.runner.config;

import static io.signalbox.runner.config.RelayBook.attempt;
import static io.signalbox.runner.config.RelayBook.job;
import static io.signalbox.runner.config.RelayBook.run;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.ShutdownReason;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.adapter.http.Certificates;
import io.signalbox.runner.adapter.http.Hazards;
import io.signalbox.runner.adapter.http.RelayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that repeats and contradicts itself, over HTTPS. */
class ContradictionIT {
    private static final AttemptId FIRST = attempt(1);
    private static final AttemptId SECOND = attempt(2);

    @TempDir
    Path folder;

    private RelayServer relay;
    private RelayBook book;
    private LiveRunner runner;

    @BeforeEach
    void start() throws Exception {
        Certificates.make(folder);
        relay = new RelayServer(folder.resolve("relay.p12"));
        book = new RelayBook(relay);
        runner = start(relay, 1);
    }

    private LiveRunner start(RelayServer at, int slots) {
        return new LiveRunner(folder, folder.resolve("relay.pem"), slots, at.address());
    }

    @AfterEach
    void stop() throws Exception {
        runner.close();
        relay.close();
    }

    private Path marker(AttemptId attempt) {
        return folder.resolve(attempt.value());
    }

    private JobPayload marking(AttemptId attempt) {
        return job(attempt, "echo ran >>" + marker(attempt), "sleep 1; echo end");
    }

    private void awaitEnd(AttemptId attempt) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(book.ends).as("%s", runner.log).containsKey(attempt));
    }

    /** What the relay says to a busy slot instead of what it should. */
    private void whileBusy(UnaryOperator<SyncResponse> wrong) {
        relay.onSync = request -> {
            SyncResponse right = book.answer(request);
            boolean busy = request.state() == AgentState.RUNNING_JOB;
            return Optional.of(busy ? wrong.apply(right) : right);
        };
    }

    private void ranOnceAndPassed(AttemptId attempt) throws IOException {
        awaitEnd(attempt);
        assertThat(requireNonNull(book.ends.get(attempt)).result()).isEqualTo(AttemptResult.PASSED);
        assertThat(Files.readAllLines(marker(attempt))).containsExactly("ran");
        assertThat(book.log(attempt)).last().asString().contains("job_finished");
        book.isSound();
        assertThat(runner.isSound()).as("%s", runner.log).isTrue();
    }

    @Test
    void runJobGivenTwiceRunsOnce() throws IOException {
        whileBusy(right -> run(marking(FIRST)));
        book.give(marking(FIRST));
        ranOnceAndPassed(FIRST);
    }

    @Test
    void runJobForAnAttemptThatHasEndedIsIgnored() throws IOException {
        book.give(marking(FIRST));
        ranOnceAndPassed(FIRST);
        relay.onSync = request -> {
            SyncResponse right = book.answer(request);
            return Optional.of(request.state() == AgentState.WAITING_FOR_JOBS ? run(marking(FIRST)) : right);
        };
        await().until(() -> runner.log.stream().anyMatch(line -> line.contains("given before")));
        relay.onSync = request -> Optional.of(book.answer(request));
        book.give(marking(SECOND));
        ranOnceAndPassed(SECOND);
        assertThat(Files.readAllLines(marker(FIRST))).containsExactly("ran");
    }

    @Test
    void runJobForAnotherAttemptDoesNotDisturbTheOneThatRuns() throws IOException {
        whileBusy(right -> run(marking(SECOND)));
        book.give(marking(FIRST));
        ranOnceAndPassed(FIRST);
        assertThat(marker(SECOND)).doesNotExist();
    }

    @Test
    void aStopForAnUnknownAttemptStopsNothing() throws IOException {
        whileBusy(right -> new SyncResponse(SyncAction.STOP_JOB, SECOND, null, 50, null, null));
        book.give(marking(FIRST));
        ranOnceAndPassed(FIRST);
    }

    @Test
    void aStopToAnIdleSlotIsIgnored() throws IOException {
        var stopped = new CountDownLatch(3);
        relay.onSync = request -> {
            SyncResponse right = book.answer(request);
            if (request.state() == AgentState.WAITING_FOR_JOBS && stopped.getCount() > 0) {
                stopped.countDown();
                return Optional.of(new SyncResponse(SyncAction.STOP_JOB, FIRST, null, 50, null, null));
            }
            return Optional.of(right);
        };
        await().until(() -> stopped.getCount() == 0);
        book.give(marking(FIRST));
        ranOnceAndPassed(FIRST);
    }

    @Test
    void aStopWithoutAttemptStopsNothing() throws IOException {
        whileBusy(right -> new SyncResponse(SyncAction.STOP_JOB, null, null, 50, null, null));
        book.give(marking(FIRST));
        ranOnceAndPassed(FIRST);
    }

    @Test
    void waitForJobsToABusySlotLosesNothing() throws IOException {
        whileBusy(right -> new SyncResponse(SyncAction.WAIT_FOR_JOBS, null, null, 50, null, null));
        book.give(marking(FIRST));
        ranOnceAndPassed(FIRST);
    }

    @Test
    void shutdownToABusySlotDrains() throws IOException {
        whileBusy(right -> new SyncResponse(SyncAction.SHUTDOWN, null, ShutdownReason.REQUESTED, 50, null, null));
        book.give(marking(FIRST));
        awaitEnd(FIRST);
        assertThat(requireNonNull(book.ends.get(FIRST)).result()).isEqualTo(AttemptResult.PASSED);
        assertThat(Files.readAllLines(marker(FIRST))).containsExactly("ran");
        await().until(runner.life::isOver);
        assertThat(runner.life.hasFailed()).isFalse();
    }

    @Test
    void aPayloadThatLeavesOutEverythingFailsTheAttemptAlone() throws IOException {
        relay.hazard = Hazards.atFirst(
                1,
                Hazards.body("{\"action\":\"run-job\",\"job_id\":\"%s\",\"job\":{\"job_id\":\"%s\"}}"
                        .formatted(FIRST, FIRST)));
        awaitEnd(FIRST);
        assertThat(requireNonNull(book.ends.get(FIRST)).result()).isEqualTo(AttemptResult.FAILED);
        assertThat(book.log(FIRST)).hasSize(2);
        book.give(marking(SECOND));
        ranOnceAndPassed(SECOND);
    }

    @Test
    void aLogAddressWithoutAPathIsTheUsualOne() throws IOException {
        JobPayload plain = marking(FIRST);
        relay.hazard = Hazards.atFirst(1, (call, response, callback) -> {
            String body = relay.json(run(plain)).replace("https://elsewhere/api/v1/logs/" + FIRST, "mailto:nobody");
            return call.path().endsWith("/sync") && Hazards.body(body).strike(call, response, callback);
        });
        ranOnceAndPassed(FIRST);
    }

    /** Many proxies allow 100 to 128 streams on a connection. */
    @Test
    void aHundredSlotsNeedNoMoreStreamsThanAnyProxyAllows() throws Exception {
        var narrow = new RelayServer(folder.resolve("relay.p12"), 100);
        var other = new RelayBook(narrow);
        var all = new CountDownLatch(100);
        narrow.onSync = request -> held(request, other, all);
        runner.close();
        runner = start(narrow, 100);
        await().atMost(Duration.ofSeconds(30)).until(() -> all.getCount() == 0);
        assertThat(runner.log).noneMatch(line -> line.startsWith("Lost"));
        runner.life.end();
        narrow.close();
    }

    private static Optional<SyncResponse> held(SyncRequest request, RelayBook book, CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(book.answer(request));
    }

    @Test
    void aConnectionWithTooFewStreamsSlowsAndBreaksNothing() throws Exception {
        var narrow = new RelayServer(folder.resolve("relay.p12"), 2);
        book = new RelayBook(narrow);
        runner.close();
        runner = start(narrow, 8);
        for (int number = 1; number <= 8; number++) {
            book.give(marking(attempt(number)));
        }
        for (int number = 1; number <= 8; number++) {
            ranOnceAndPassed(attempt(number));
        }
        runner.close();
        narrow.close();
    }

    @Test
    void aRelayWithAForeignCertificateIsToldNothing() throws Exception {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Certificates.make(foreign);
        var stranger = new RelayServer(foreign.resolve("relay.p12"));
        runner.close();
        runner = start(stranger, 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runner.log.stream().anyMatch(line -> line.contains("SSLHandshakeException")));
        assertThat(stranger.calls).isEmpty();
        assertThat(runner.isSound()).isTrue();
        stranger.close();
    }
}
