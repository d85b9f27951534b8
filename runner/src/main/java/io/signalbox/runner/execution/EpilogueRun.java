package io.signalbox.runner.execution;

import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.execution.Timer.Alarm;
import io.signalbox.runner.job.Job;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.job.StopCause;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the epilogues and the last hook that follow a result, in the shell of the commands if it still lives, else in one of their own, within one time limit for all
 * of them. Another attempt may run already when there was no contact for too long: then nothing follows (C9).
 */
final class EpilogueRun {
    private static final String RESULT = "SIGNALBOX_RESULT";

    private final Job job;
    private final Transcript transcript;
    private final Timer timer;
    private final Lease lease;
    private final Opener opener;
    private final StopSwitch limit = new StopSwitch();
    private @Nullable Shell own;
    private volatile @Nullable Shell current;

    EpilogueRun(Job job, Transcript transcript, Timer timer, Lease lease, Opener opener) {
        this.lease = lease;
        this.job = job;
        this.transcript = transcript;
        this.timer = timer;
        this.opener = opener;
    }

    /** Opens a further shell. */
    @FunctionalInterface
    interface Opener {
        Shell open() throws IOException;
    }

    /** Runs what follows {@code outcome}; {@code living} is the shell of the commands, if it lives. */
    void run(Outcome outcome, @Nullable Shell living) throws IOException {
        Alarm alarm = timer.after(job.epilogueLimit(), this::endAtLimit);
        try {
            @Nullable Shell shell = living;
            for (List<Directive> list : job.epilogues().after(outcome.result())) {
                shell = runList(list, outcome, shell);
            }
            if (!job.hooks().after().isEmpty()) {
                runList(job.hooks().after(), outcome, shell);
            }
        } finally {
            alarm.cancel();
            closeOwn();
        }
    }

    /** The shell for the next list; none when this one ended it. */
    private @Nullable Shell runList(List<Directive> list, Outcome outcome, @Nullable Shell living) throws IOException {
        if (limit.cause() != null || lease.isOver()) {
            return null;
        }
        Shell shell = living == null ? openOwn() : living;
        current = shell;
        shell.run("export " + RESULT + "=" + outcome.result().wire());
        var commands = new CommandList(transcript, shell, limit);
        commands.run(list);
        return commands.shellGone() ? null : shell;
    }

    private Shell openOwn() throws IOException {
        closeOwn();
        Shell shell = opener.open();
        own = shell;
        new CommandList(transcript, shell, limit).run(job.hooks().first());
        return shell;
    }

    private void closeOwn() {
        if (own != null) {
            own.close();
            own = null;
        }
    }

    private void endAtLimit() {
        Shell shell = current;
        if (limit.pull(new StopCause.TimedOut("the epilogues")) && shell != null) {
            shell.stop(job.stopGrace());
        }
    }
}
