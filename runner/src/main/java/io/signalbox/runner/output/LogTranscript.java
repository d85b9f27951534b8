package io.signalbox.runner.output;

import io.signalbox.model.relay.LogEvent;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.execution.Timer;
import io.signalbox.runner.execution.Transcript;
import io.signalbox.runner.output.mask.MaskStream;
import io.signalbox.runner.output.mask.Masks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Turns what happens into log events. The first output after a silence becomes an event at once; then what comes within 20 ms becomes one event, so
 * that a chatty task costs few events and nobody waits. One lock keeps the order of events, from the bytes to their place in the spool.
 */
public final class LogTranscript implements Transcript {
    private static final Duration GATHER = Duration.ofMillis(20);

    private final Consumer<LogEvent> events;
    private final InstantSource clock;
    private final Timer timer;
    private final OutputCutter cutter = new OutputCutter(this::output);
    private final Masks masks;
    private final MaskStream masked;
    private final ReentrantLock order = new ReentrantLock();
    private boolean gathering;
    private Command command = new Command("", Instant.EPOCH);

    /**
     * Begins an empty log.
     *
     * @param events takes them in order, one at a time; their positions are their indexes
     * @param masks what none of them may contain
     */
    public LogTranscript(Consumer<LogEvent> events, InstantSource clock, Timer timer, Masks masks) {
        this.events = events;
        this.clock = clock;
        this.timer = timer;
        this.masks = masks;
        this.masked = masks.stream(cutter::add);
    }

    @Override
    public void jobStarted() {
        inOrder(() -> {
            Instant now = clock.instant();
            events.accept(new LogEvent.JobStarted(now.getEpochSecond(), now.toEpochMilli()));
            if (masks.tooShort() > 0) {
                tell(masks.tooShort() + " of the values to mask are shorter than " + Masks.SHORTEST
                        + " bytes and are not masked");
            }
        });
    }

    private void tell(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        cutter.add(bytes, 0, bytes.length);
    }

    @Override
    public void commandStarted(String title) {
        inOrder(() -> {
            endOutput();
            Instant now = clock.instant();
            command = new Command(masks.hide(title), now);
            events.accept(new LogEvent.CommandStarted(now.getEpochSecond(), now.toEpochMilli(), command.title()));
        });
    }

    @Override
    public void write(byte[] buffer, int length) {
        inOrder(() -> {
            masked.write(buffer, length);
            if (!gathering && cutter.hasPending()) {
                passAndGather();
            }
        });
    }

    private void passAndGather() {
        cutter.flush();
        gathering = true;
        timer.after(GATHER, () -> inOrder(this::endGathering));
    }

    private void endOutput() {
        masked.end();
        cutter.end();
    }

    private void endGathering() {
        gathering = false;
        if (cutter.hasPending()) {
            passAndGather();
        }
    }

    @Override
    public void commandFinished(int exitCode) {
        inOrder(() -> {
            endOutput();
            Instant now = clock.instant();
            events.accept(new LogEvent.CommandFinished(
                    now.getEpochSecond(),
                    now.toEpochMilli(),
                    command.title(),
                    exitCode,
                    command.startedAt().getEpochSecond(),
                    now.getEpochSecond()));
        });
    }

    @Override
    public void jobFinished(AttemptResult result) {
        inOrder(() -> {
            endOutput();
            Instant now = clock.instant();
            events.accept(new LogEvent.JobFinished(now.getEpochSecond(), now.toEpochMilli(), result.wire()));
        });
    }

    private void output(OutputPiece piece) {
        Instant now = clock.instant();
        events.accept(new LogEvent.CommandOutput(now.getEpochSecond(), now.toEpochMilli(), piece.text(), piece.raw()));
    }

    private void inOrder(Runnable step) {
        order.lock();
        try {
            step.run();
        } finally {
            order.unlock();
        }
    }

    private record Command(String title, Instant startedAt) {}
}
