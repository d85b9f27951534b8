package io.signalbox.runner.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.execution.AttemptRun;
import io.signalbox.runner.folder.FetchFolder;
import io.signalbox.runner.folder.relay.RelayFolder;
import io.signalbox.runner.job.Hooks;
import io.signalbox.runner.job.Job;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.job.StopCause;
import io.signalbox.runner.journal.Journal;
import io.signalbox.runner.journal.OpenAttempt;
import io.signalbox.runner.output.LogTranscript;
import io.signalbox.runner.output.Spool;
import io.signalbox.runner.output.mask.Masks;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Runs attempts on this machine: one thread that runs the commands and one that pushes the log for each. Thread-safe. */
public final class LocalWorkshop implements Workshop {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Tools tools;
    private final Journal journal;
    private final Session session;
    private final Surroundings surroundings;
    private final AttemptRun.Site site;
    private final Map<AttemptId, LogStream> streams = new ConcurrentHashMap<>();

    public LocalWorkshop(Tools tools, Journal journal, Session session, Surroundings surroundings) {
        this.tools = tools;
        this.journal = journal;
        this.session = session;
        this.surroundings = surroundings;
        var folders = new FetchFolder(new RelayFolder(session, surroundings), tools.json());
        this.site = new AttemptRun.Site(tools.shells(), tools.workspaces(), folders);
    }

    @Override
    public Work begin(JobPayload payload, Moment sent, Consumer<FinishedAttempt> ended) {
        AttemptId attempt = payload.jobId();
        LogStream log;
        try {
            log = stream(() -> tools.spools().create(attempt), OpenAttempt.of(payload, 0));
        } catch (UncheckedIOException e) {
            Outcome outcome = Outcome.notStarted(e.getMessage() + ": " + e.getCause());
            start(attempt, () -> ended.accept(withoutLog(attempt, outcome)));
            return _ -> {};
        }
        return begin(payload, sent, log, ended);
    }

    private Work begin(JobPayload payload, Moment sent, LogStream log, Consumer<FinishedAttempt> ended) {
        AttemptId attempt = payload.jobId();
        try {
            Job job = Job.of(payload, hooks());
            var transcript = transcript(log, Masks.of(Objects.requireNonNullElse(payload.masks(), List.of())));
            var lease = new Lease(job.killAfter(), surroundings.moments(), sent);
            var run = new AttemptRun(job, site, transcript, tools.timer(), lease);
            start(attempt, () -> ended.accept(finish(attempt, run(run), log)));
            return new LeasedWork(run, lease);
        } catch (IllegalArgumentException | NullPointerException e) {
            var transcript = transcript(log, Masks.NONE);
            transcript.jobStarted();
            Outcome refused = Outcome.notStarted("the payload is wrong: " + e.getMessage());
            transcript.jobFinished(refused.result());
            start(attempt, () -> ended.accept(finish(attempt, refused, log)));
            return _ -> {};
        }
    }

    private Hooks hooks() {
        try {
            return tools.hooks().read();
        } catch (IOException e) {
            throw new IllegalArgumentException("a hook of the runner cannot be read: " + e.getMessage(), e);
        }
    }

    /** A slot waits for an end, whatever happens. */
    private Outcome run(AttemptRun run) {
        try {
            return run.run();
        } catch (RuntimeException e) {
            surroundings.log().say("Failed to run an attempt: " + e);
            return Outcome.notStarted("the runner failed: " + e.getMessage());
        }
    }

    private FinishedAttempt withoutLog(AttemptId attempt, Outcome outcome) {
        noteEnd(attempt, outcome);
        return new FinishedAttempt(outcome.result(), outcome.exitCode(), outcome.reason(), 0, 0, List.of());
    }

    /**
     * What breaks here must not leave a slot waiting for ever: the next start reports the attempt. A platform thread: most of its time it waits in a read from a named pipe, which would hold a
     * carrier of virtual ones.
     */
    private void start(AttemptId attempt, Runnable work) {
        Thread.ofPlatform().daemon().name("attempt-" + attempt).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                surroundings.log().say("Ending, because attempt " + attempt + " cannot be reported: " + e);
                surroundings.life().fail();
            }
        });
    }

    private LogTranscript transcript(LogStream log, Masks masks) {
        return new LogTranscript(log::append, surroundings.clock(), tools.timer(), masks);
    }

    @Override
    public Work recover(OpenAttempt left, Consumer<FinishedAttempt> ended) {
        start(left.attempt(), () -> ended.accept(recover(left)));
        return _ -> {};
    }

    private FinishedAttempt recover(OpenAttempt left) {
        LogStream log = stream(() -> tools.spools().recover(left.attempt()), left);
        if (left.outcome() != null) {
            return finish(left.attempt(), left.outcome(), log);
        }
        Outcome outcome = Outcome.runnerRestarted();
        transcript(log, Masks.NONE).jobFinished(outcome.result());
        return finish(left.attempt(), outcome, log);
    }

    private FinishedAttempt finish(AttemptId attempt, Outcome outcome, LogStream log) {
        noteEnd(attempt, outcome);
        return log.finish(outcome);
    }

    /** Whoever writes while the disk is full waits, here as with the log: the end is not told before it is noted. */
    private void noteEnd(AttemptId attempt, Outcome outcome) {
        for (boolean told = false; !isNoted(attempt, outcome, told); told = true) {
            if (!surroundings.pauses().pause(AGAIN)) {
                throw new IllegalStateException("the runner ended before the journal could be written");
            }
        }
    }

    private boolean isNoted(AttemptId attempt, Outcome outcome, boolean told) {
        try {
            journal.ended(attempt, outcome);
            return true;
        } catch (UncheckedIOException e) {
            if (!told) {
                surroundings.log().say("Waiting to note the end of attempt " + attempt + ": " + e.getCause());
            }
            return false;
        }
    }

    @Override
    public void forget(AttemptId attempt) {
        LogStream log = streams.remove(attempt);
        if (log != null) {
            log.delete();
        }
    }

    private LogStream stream(Opening opening, OpenAttempt of) {
        AttemptId attempt = of.attempt();
        try {
            var push = new RelayPush(session, surroundings, of.logPath());
            var log = new LogStream(opening.open(), tools.lines(), push);
            streams.put(attempt, log);
            log.start();
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("the log of attempt " + attempt + " cannot be spooled", e);
        }
    }

    private record LeasedWork(AttemptRun run, Lease lease) implements Work {
        @Override
        public void stop(StopCause cause) {
            run.stop(cause);
        }

        @Override
        public void renew(Moment sent) {
            lease.renew(sent);
        }

        @Override
        public Optional<Duration> limit() {
            return lease.limit();
        }
    }

    @FunctionalInterface
    private interface Opening {
        Spool open() throws IOException;
    }
}
