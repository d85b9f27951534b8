package io.signalbox.runner.execution;

import static io.signalbox.runner.execution.Jobs.directives;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.folder.FetchFolder;
import io.signalbox.runner.folder.FolderSource;
import io.signalbox.runner.folder.SentParts;
import io.signalbox.runner.job.Epilogues;
import io.signalbox.runner.job.Hooks;
import io.signalbox.runner.job.Job;
import io.signalbox.runner.job.JobFile;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.job.StopCause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class AttemptRunTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private final ScriptedShells shells = new ScriptedShells();
    private final MemoryWorkspaces workspaces = new MemoryWorkspaces();
    private final RecordedTranscript transcript = new RecordedTranscript();
    private final ManualTimer timer = new ManualTimer();
    private FolderSource parts = (_, _, _) -> {
        throw new IOException("there is no folder");
    };

    private long silence;
    private final Lease lease =
            new Lease(Optional.of(Duration.ofSeconds(20)), () -> new Moment(silence, 0), new Moment(0, 0));

    private AttemptRun attempt(Job job) {
        var site = new AttemptRun.Site(shells, workspaces, new FetchFolder(parts, JSON));
        return new AttemptRun(job, site, transcript, timer, lease);
    }

    private Outcome run(Job job) {
        return attempt(job).run();
    }

    @Test
    void commandsRunInOrderInOneShell() {
        assertThat(run(Jobs.of("echo a", "echo b")).result()).isEqualTo(AttemptResult.PASSED);
        assertThat(transcript.lines()).containsExactly("*", "> echo a", "a", "< 0", "> echo b", "b", "< 0", "= passed");
        assertThat(shells.opened)
                .singleElement()
                .satisfies(shell -> assertThat(shell.closed).isTrue());
        assertThat(workspaces.closed).isTrue();
    }

    @Test
    void firstStatusThatIsNotZeroEndsTheList() {
        Outcome outcome = run(Jobs.of("return 7", "echo never"));
        assertThat(outcome.result()).isEqualTo(AttemptResult.FAILED);
        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(transcript.lines()).doesNotContain("> echo never");
    }

    @Test
    void exitZeroEndsTheListAndPasses() {
        assertThat(run(Jobs.of("exit 0", "echo never")).result()).isEqualTo(AttemptResult.PASSED);
        assertThat(transcript.lines()).containsExactly("*", "> exit 0", "< 0", "= passed");
    }

    @Test
    void anAliasStandsForTheText() {
        Job plain = Jobs.of();
        Job job = new Job(
                plain.attempt(),
                null,
                plain.place(),
                List.of(),
                List.of(new Directive("return 0", "Build")),
                plain.epilogues(),
                plain.hooks(),
                plain.env(),
                plain.killAfter(),
                plain.timeout(),
                plain.stopGrace(),
                plain.epilogueLimit(),
                Optional.empty());
        run(job);
        assertThat(transcript.lines()).contains("> Build").doesNotContain("> return 0");
    }

    @Test
    void epiloguesKnowTheResultAndNeverChangeIt() {
        var epilogues =
                new Epilogues(directives("result", "return 9"), directives("echo pass"), directives("echo fail"));
        Outcome outcome = run(Jobs.epilogues(Jobs.of("return 3"), epilogues));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(transcript.lines())
                .containsSubsequence("< 3", "> result", "failed", "< 0", "> return 9", "< 9", "> echo fail", "= failed")
                .doesNotContain("> echo pass");
        assertThat(shells.opened).hasSize(1);
    }

    @Test
    void epiloguesGetAShellOfTheirOwnWhenTheFirstHasEnded() {
        var epilogues = new Epilogues(directives("exit 1"), directives("result"), List.of());
        run(Jobs.epilogues(Jobs.of("exit 0"), epilogues));
        assertThat(shells.opened)
                .hasSize(3)
                .allSatisfy(shell -> assertThat(shell.closed).isTrue());
        assertThat(transcript.lines()).containsSubsequence("> exit 1", "< 1", "> result", "passed", "= passed");
    }

    @Test
    void aStopEndsTheCommandsAndRunsOnlyWhatAlwaysRuns() {
        var attempt = attempt(Jobs.epilogues(
                Jobs.of("wait", "echo never"),
                new Epilogues(directives("result"), directives("echo pass"), directives("echo fail"))));
        shells.onWait = () -> attempt.stop(new StopCause.Requested());
        Outcome outcome = attempt.run();
        assertThat(outcome.result()).isEqualTo(AttemptResult.STOPPED);
        assertThat(shells.opened.getFirst().stops).contains(Duration.ofSeconds(1));
        assertThat(transcript.lines())
                .containsExactly("*", "> wait", "< 143", "> result", "stopped", "< 0", "= stopped");
    }

    @Test
    void commandsThatTakeTooLongAreStopped() {
        var epilogues = new Epilogues(List.of(), List.of(), directives("result"));
        shells.onWait = () -> timer.pass(Duration.ofMinutes(1));
        Outcome outcome = run(Jobs.epilogues(Jobs.of("wait"), epilogues));
        assertThat(outcome.result()).isEqualTo(AttemptResult.TIMED_OUT);
        assertThat(outcome.reason()).satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.TASK_TIMEOUT));
        assertThat(transcript.lines()).containsSubsequence("> result", "timed_out", "= timed_out");
    }

    @Test
    void aStopAfterTheCommandsLeavesTheResult() {
        var attempt =
                attempt(Jobs.epilogues(Jobs.of("return 0"), new Epilogues(directives("wait"), List.of(), List.of())));
        shells.onWait = () -> attempt.stop(new StopCause.Requested());
        assertThat(attempt.run().result()).isEqualTo(AttemptResult.PASSED);
        assertThat(shells.opened.getFirst().stops).isEmpty();
    }

    @Test
    void aStopBeforeTheFirstCommandRunsNone() {
        var attempt = attempt(Jobs.of("echo never"));
        attempt.stop(new StopCause.Requested());
        assertThat(attempt.run().result()).isEqualTo(AttemptResult.STOPPED);
        assertThat(transcript.lines()).containsExactly("*", "= stopped");
    }

    @Test
    void epiloguesHaveATimeLimit() {
        var epilogues = new Epilogues(directives("wait"), directives("echo never"), List.of());
        shells.onWait = () -> timer.pass(Duration.ofMinutes(2));
        assertThat(run(Jobs.epilogues(Jobs.of("return 0"), epilogues)).result()).isEqualTo(AttemptResult.PASSED);
        assertThat(shells.opened.getFirst().stops).hasSize(1);
        assertThat(transcript.lines()).doesNotContain("> echo never");
    }

    /** C9. */
    @Test
    void whatTheGuardKilledForWantOfContactIsInterruptedAndNothingFollows() {
        var epilogues = new Epilogues(directives("echo always"), List.of(), directives("echo fail"));
        shells.onWait = () -> silence = 20_000;
        Outcome outcome = run(Jobs.epilogues(Jobs.of("wait"), epilogues));
        assertThat(outcome.result()).isEqualTo(AttemptResult.INTERRUPTED);
        assertThat(outcome.reason()).satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_LOST));
        assertThat(transcript.lines()).containsExactly("*", "> wait", "< 143", "= interrupted");
    }

    @Test
    void hooksRunAroundTheCommandsUnderTheirNames() {
        var hooks = new Hooks(Optional.of("echo env"), Optional.of("echo pre"), Optional.of("result"));
        run(Jobs.hooks(Jobs.of("return 3"), hooks));
        assertThat(transcript.lines())
                .containsExactly(
                        "*",
                        "> Environment hook",
                        "env",
                        "< 0",
                        "> Pre-job hook",
                        "pre",
                        "< 0",
                        "> return 3",
                        "< 3",
                        "> Post-job hook",
                        "failed",
                        "< 0",
                        "The working folder is kept as /kept\n",
                        "= failed");
    }

    @Test
    void aHookThatFailsLeavesTheCommandsOut() {
        var hooks = new Hooks(Optional.empty(), Optional.of("return 4"), Optional.of("return 5"));
        Outcome outcome = run(Jobs.hooks(Jobs.of("echo never"), hooks));
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(transcript.lines())
                .containsSubsequence("> Pre-job hook", "< 4", "> Post-job hook", "< 5", "= failed")
                .doesNotContain("> echo never");
    }

    @Test
    void eachShellBeginsWithTheEnvironmentHook() {
        var hooks = new Hooks(Optional.of("echo env"), Optional.empty(), Optional.of("echo post"));
        run(Jobs.hooks(Jobs.of("exit 0"), hooks));
        assertThat(shells.opened).hasSize(2);
        assertThat(transcript.lines())
                .containsSubsequence("> Environment hook", "> exit 0", "> Environment hook", "> Post-job hook");
    }

    @Test
    void theFolderIsKeptOnlyOfWhatFailed() {
        run(Jobs.of("return 0"));
        assertThat(workspaces.kept).isFalse();
        run(Jobs.of("return 1"));
        assertThat(workspaces.kept).isTrue();
    }

    /** C9. */
    @Test
    void noEpilogueBeginsWithoutContact() {
        var epilogues = new Epilogues(directives("wait"), directives("echo pass"), List.of());
        shells.onWait = () -> silence = 20_000;
        assertThat(run(Jobs.epilogues(Jobs.of("echo a"), epilogues)).result()).isEqualTo(AttemptResult.PASSED);
        assertThat(transcript.lines()).contains("> wait").doesNotContain("> echo pass");
    }

    @Test
    void filesAreWrittenBeforeTheCommands() {
        run(Jobs.files(Jobs.of("echo a"), new JobFile("a.txt", "", 0600)));
        assertThat(workspaces.written).containsExactly("a.txt");
        assertThat(transcript.lines())
                .containsSubsequence("> Writing files", "a.txt with mode 0600\n", "< 0", "> echo a");
    }

    @Test
    void aFileThatCannotBeWrittenFailsTheTaskBeforeItsCommands() {
        Outcome outcome = run(Jobs.files(Jobs.of("echo never"), new JobFile("/refused/x", "", 0600)));
        assertThat(outcome.result()).isEqualTo(AttemptResult.FAILED);
        assertThat(outcome.reason()).satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.START_FAILED));
        assertThat(transcript.lines())
                .contains("/refused/x could not be written: not here\n")
                .doesNotContain("> echo never");
    }

    @Test
    void aFullDiskFailsTheTaskWithItsCause() {
        workspaces.full = true;
        assertThat(run(Jobs.of("echo never")).reason())
                .satisfies(it -> assertThat(it.message()).contains("no space left"));
        assertThat(transcript.lines()).containsExactly("*", "= failed");
    }

    @Test
    void folderIsThereBeforeFilesAndCommands() {
        SentParts sent = SentParts.of("a.txt", "hello");
        parts = (_, from, _) -> sent.from(from);
        Job job = Jobs.folder(Jobs.files(Jobs.of("echo a"), new JobFile("b.txt", "", 0644)), sent.manifest());

        assertThat(run(job).result()).isEqualTo(AttemptResult.PASSED);
        assertThat(workspaces.written).containsExactly("a.txt hello", "b.txt");
        assertThat(transcript.lines()).startsWith("*", "> Fetching the folder", "< 0", "> Writing files");
    }

    @Test
    void attemptWhoseFolderCannotBeHadDoesNotStart() {
        Outcome outcome =
                run(Jobs.folder(Jobs.of("echo never"), SentParts.of("a", "b").manifest()));

        assertThat(outcome.reason()).satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.START_FAILED);
            assertThat(reason.message()).isEqualTo("the folder could not be fetched: there is no folder");
        });
        assertThat(shells.opened).isEmpty();
        assertThat(workspaces.closed).isTrue();
    }

    @Test
    void stopWhileTheFolderComesEndsTheAttemptAsStopped() {
        AttemptRun[] attempt = new AttemptRun[1];
        parts = (_, _, stopped) -> {
            attempt[0].stop(new StopCause.Requested());
            assertThat(stopped.getAsBoolean()).isTrue();
            throw new IOException("the attempt was stopped");
        };
        attempt[0] = attempt(
                Jobs.folder(Jobs.of("echo never"), SentParts.of("a", "b").manifest()));

        assertThat(attempt[0].run().result()).isEqualTo(AttemptResult.STOPPED);
        assertThat(shells.opened).isEmpty();
    }
}
