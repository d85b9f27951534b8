package io.signalbox.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.relay.LogEvent;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.execution.ManualTimer;
import io.signalbox.runner.output.mask.Masks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTranscriptTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_795_307_488_123L);
    private static final long SECOND = NOW.getEpochSecond();
    private static final long AT = NOW.toEpochMilli();

    private final List<LogEvent> events = new ArrayList<>();
    private final ManualTimer timer = new ManualTimer();
    private final LogTranscript transcript = new LogTranscript(events::add, () -> NOW, timer, Masks.NONE);

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        transcript.write(bytes, bytes.length);
    }

    private static LogEvent output(String text) {
        return new LogEvent.CommandOutput(SECOND, AT, text, null);
    }

    @Test
    void eventsComeInOrderWithSecondsAndMilliseconds() {
        transcript.jobStarted();
        transcript.commandStarted("echo hi");
        write("hi\n");
        transcript.commandFinished(0);
        transcript.jobFinished(AttemptResult.PASSED);
        assertThat(events)
                .containsExactly(
                        new LogEvent.JobStarted(SECOND, AT),
                        new LogEvent.CommandStarted(SECOND, AT, "echo hi"),
                        output("hi\n"),
                        new LogEvent.CommandFinished(SECOND, AT, "echo hi", 0, SECOND, SECOND),
                        new LogEvent.JobFinished(SECOND, AT, "passed"));
    }

    @Test
    void theFirstOutputAfterASilenceGoesAtOnce() {
        write("a");
        assertThat(events).containsExactly(output("a"));
    }

    @Test
    void whatFollowsWithinTwentyMillisecondsBecomesOneEvent() {
        write("a");
        write("b");
        write("c");
        assertThat(events).hasSize(1);
        timer.pass(Duration.ofMillis(20));
        assertThat(events).containsExactly(output("a"), output("bc"));
        timer.pass(Duration.ofMillis(20));
        write("d");
        assertThat(events).last().isEqualTo(output("d"));
    }

    @Test
    void outputStandsBeforeTheEndOfItsCommand() {
        transcript.commandStarted("x");
        write("a");
        write("b");
        transcript.commandFinished(1);
        assertThat(events.subList(1, 3)).containsExactly(output("a"), output("b"));
    }

    @Test
    void valuesAreMaskedInOutputAndTitlesHoweverTheyAreCut() {
        var masked = new LogTranscript(events::add, () -> NOW, timer, Masks.of(List.of("aHVudGVyMg==")));
        masked.commandStarted("login hunter2");
        masked.write("a hunt".getBytes(StandardCharsets.UTF_8), 6);
        timer.pass(Duration.ofSeconds(1));
        masked.write("er2 b".getBytes(StandardCharsets.UTF_8), 5);
        masked.commandFinished(0);
        assertThat(events)
                .containsExactly(
                        new LogEvent.CommandStarted(SECOND, AT, "login ****"),
                        output("a "),
                        output("**** b"),
                        new LogEvent.CommandFinished(SECOND, AT, "login ****", 0, SECOND, SECOND));
    }

    @Test
    void valuesTooShortToBeMaskedAreToldOnce() {
        var masked = new LogTranscript(events::add, () -> NOW, timer, Masks.of(List.of("YWI=", "YWJj")));
        masked.jobStarted();
        masked.commandStarted("ab");
        masked.commandFinished(0);
        assertThat(events)
                .filteredOn(LogEvent.CommandOutput.class::isInstance)
                .containsExactly(output("2 of the values to mask are shorter than 4 bytes and are not masked\n"));
    }
}
