package io.signalbox.runner.slot;

import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.LogEvent;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.output.LogLines;
import io.signalbox.runner.output.LogSender;
import io.signalbox.runner.output.Spool;
import io.signalbox.runner.output.Tail;
import java.util.List;

/** The log of one attempt: what is appended is on disk first and then on its way. */
final class LogStream {
    private final Spool spool;
    private final LogLines lines;
    private final LogSender sender;

    LogStream(Spool spool, LogLines lines, LogSender.Push push) {
        this.spool = spool;
        this.lines = lines;
        this.sender = new LogSender(spool, push);
    }

    void start() {
        Thread.ofVirtual().name("log-sender").start(sender);
    }

    /** One thread at a time. */
    void append(LogEvent event) {
        spool.append(lines.line(event));
        sender.ring();
    }

    /** Blocks until the rest of the log may travel with the end. */
    FinishedAttempt finish(Outcome outcome) {
        Tail tail = tail();
        return new FinishedAttempt(
                outcome.result(), outcome.exitCode(), outcome.reason(), tail.end(), tail.startFrom(), tail.lines());
    }

    private Tail tail() {
        try {
            return sender.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Tail(spool.end(), spool.end(), List.of());
        }
    }

    void delete() {
        spool.delete();
    }
}
