package io.signalbox.runner.execution;

import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.execution.Timer.Alarm;
import io.signalbox.runner.execution.Workspaces.Workspace;
import io.signalbox.runner.folder.FetchFolder;
import io.signalbox.runner.job.Job;
import io.signalbox.runner.job.JobFile;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.job.StopCause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one attempt from its files to its epilogues. {@link #run} is called once and blocks; {@link #stop} may be called from any thread, at any
 * time, and any number of times.
 */
public final class AttemptRun {
    private static final String FOLDER = "Fetching the folder";
    private static final String FILES = "Writing files";

    private final Job job;
    private final ShellOpener opener;
    private final Site site;
    private final Transcript transcript;
    private final Timer timer;
    private final Lease lease;
    private final StopSwitch stopSwitch = new StopSwitch();
    private volatile @Nullable Shell commandShell;

    /**
     * Where attempts run.
     *
     * @param shells for the commands
     * @param workspaces for the files
     * @param folders brings what goes along with the task
     */
    public record Site(Shells shells, Workspaces workspaces, FetchFolder folders) {}

    public AttemptRun(Job job, Site site, Transcript transcript, Timer timer, Lease lease) {
        this.job = job;
        this.lease = lease;
        this.opener = new ShellOpener(job, site.shells(), transcript, lease);
        this.site = site;
        this.transcript = transcript;
        this.timer = timer;
    }

    /** Runs everything; what it returns is also the last event of the transcript. */
    public Outcome run() {
        transcript.jobStarted();
        Outcome outcome = runInWorkspace();
        transcript.jobFinished(outcome.result());
        return outcome;
    }

    /** Ends the commands; the epilogues still run. No effect once the commands are over. Returns at once. */
    public void stop(StopCause cause) {
        if (stopSwitch.pull(cause)) {
            stopShell();
        }
    }

    private void timeOut() {
        stop(new StopCause.TimedOut("the commands ran longer than " + job.timeout()));
    }

    private void stopShell() {
        Shell shell = commandShell;
        if (shell != null) {
            timer.after(Duration.ZERO, () -> shell.stop(job.stopGrace()));
        }
    }

    private Outcome runInWorkspace() {
        try (Workspace workspace = site.workspaces().create(job.attempt())) {
            Optional<Outcome> obstacle = job.folder().flatMap(manifest -> fetch(workspace, manifest));
            Outcome outcome = obstacle.isPresent() ? obstacle.get() : runIn(workspace);
            if (outcome.result() == AttemptResult.FAILED || outcome.result() == AttemptResult.TIMED_OUT) {
                workspace.keep().ifPresent(place -> tell("The working folder is kept as " + place));
            }
            return outcome;
        } catch (IOException e) {
            return Outcome.notStarted("the task could not be started: " + e.getMessage());
        }
    }

    private Outcome runIn(Workspace workspace) throws IOException {
        return writeFiles(workspace) ? runCommands(workspace) : Outcome.notStarted("a file could not be written");
    }

    /** Why the attempt cannot go on, if it cannot. A stop meanwhile ends it before it began. */
    private Optional<Outcome> fetch(Workspace workspace, PieceHash manifest) {
        transcript.commandStarted(FOLDER);
        try {
            site.folders().into(workspace.target(), job.attempt(), manifest, () -> stopSwitch.cause() != null);
            transcript.commandFinished(0);
            return Optional.empty();
        } catch (IOException e) {
            tell("The folder could not be fetched: " + e.getMessage());
            transcript.commandFinished(1);
            StopCause stopped = stopSwitch.close();
            return Optional.of(
                    stopped == null
                            ? Outcome.notStarted("the folder could not be fetched: " + e.getMessage())
                            : Outcome.stopped(stopped, null));
        }
    }

    private boolean writeFiles(Workspace workspace) {
        if (job.files().isEmpty()) {
            return true;
        }
        transcript.commandStarted(FILES);
        boolean written = job.files().stream().allMatch(file -> write(workspace, file));
        transcript.commandFinished(written ? 0 : 1);
        return written;
    }

    private boolean write(Workspace workspace, JobFile file) {
        try {
            workspace.write(file);
            tell(file.path() + " with mode " + file.octal());
            return true;
        } catch (IOException e) {
            tell(file.path() + " could not be written: " + e.getMessage());
            return false;
        }
    }

    private void tell(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        transcript.write(bytes, bytes.length);
    }

    private Outcome runCommands(Workspace workspace) throws IOException {
        try (Shell shell = opener.open(workspace)) {
            var list = new CommandList(transcript, shell, stopSwitch);
            Alarm timeout = timer.after(job.timeout(), this::timeOut);
            try {
                commandShell = shell;
                list.run(job.hooks().first());
                list.run(job.hooks().before());
                list.run(job.commands());
            } finally {
                timeout.cancel();
            }
            StopCause stopped = stopSwitch.close();
            if (stopped != null) {
                awaitStop(shell);
            }
            Outcome outcome = judge(list.outcome(stopped));
            new EpilogueRun(job, transcript, timer, lease, () -> opener.open(workspace))
                    .run(outcome, list.shellGone() ? null : shell);
            return outcome;
        }
    }

    /** What the guard has killed for want of contact has not failed by itself (C9). */
    private Outcome judge(Outcome outcome) {
        return lease.isOver() && outcome.result() != AttemptResult.PASSED
                ? Outcome.contactLost(lease.limit().orElseThrow(), outcome.exitCode())
                : outcome;
    }

    /** The epilogues must not meet the hunt for what the commands left: it kills everything of the attempt. */
    private void awaitStop(Shell shell) {
        shell.stop(job.stopGrace());
    }
}
