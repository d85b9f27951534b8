package io.signalbox.runner.config;

import static io.signalbox.runner.config.RelayBook.attempt;
import static io.signalbox.runner.config.RelayBook.job;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.adapter.http.Certificates;
import io.signalbox.runner.adapter.http.Hazards;
import io.signalbox.runner.adapter.http.RelayServer;
import io.signalbox.testkit.time.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every relay is away for ten minutes of a clock on which each call in vain takes a second. */
class OutageIT {
    private static final Duration AWAY = Duration.ofMinutes(10);
    /** About 2 MB: more than the quota of the runner, which is 1 MiB. */
    private static final int LINES = 300_000;

    @TempDir
    Path folder;

    @Test
    void aTaskGoesOnItsLogIsSpooledAndAllIsDeliveredInOrder() throws Exception {
        Certificates.make(folder);
        var relay = new RelayServer(folder.resolve("relay.p12"));
        var book = new RelayBook(relay);
        var clock = ManualClock.started();
        var runner = new LiveRunner(folder, folder.resolve("relay.pem"), 1, relay.address());
        Path early = folder.resolve("early");
        Path late = folder.resolve("late");
        Instant back = clock.instant().plus(AWAY);
        relay.hazard = (call, response, callback) -> {
            boolean away = Files.exists(early) && clock.instant().isBefore(back);
            return away
                    && clock.advance(Duration.ofSeconds(1)) != null
                    && Hazards.status(503).strike(call, response, callback);
        };
        book.give(job(
                attempt(1),
                "touch %s; for i in 1 2 3; do echo part $i; sleep 0.3; done; touch %s".formatted(early, late),
                "seq 1 " + LINES));
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(late));
        assertThat(clock.instant()).isBefore(back);
        assertThat(book.ends).isEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> book.ends.containsKey(attempt(1)));
        assertThat(clock.instant()).isAfterOrEqualTo(back);
        arrivedWhole(book);
        runner.close();
        relay.close();
    }

    private static void arrivedWhole(RelayBook book) {
        assertThat(requireNonNull(book.ends.get(attempt(1))).result()).isEqualTo(AttemptResult.PASSED);
        book.isSound();
        assertThat(book.numbers(attempt(1)))
                .isEqualTo(IntStream.rangeClosed(1, LINES).boxed().toList());
        assertThat(book.log(attempt(1))).last().asString().contains("job_finished");
    }
}
