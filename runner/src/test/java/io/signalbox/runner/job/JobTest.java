package io.signalbox.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.model.relay.JobPayload.EnvVar;
import io.signalbox.model.relay.JobPayload.InjectedFile;
import io.signalbox.model.task.AttemptResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final AttemptId ATTEMPT = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000001");

    private static JobPayload payload(List<EnvVar> env, List<InjectedFile> files) {
        return new JobPayload(
                ATTEMPT,
                null,
                "shell",
                List.of(new Directive("true", null)),
                List.of(),
                List.of(),
                List.of(),
                env,
                files,
                new JobPayload.LogTarget("push", URI.create("https://relay/log"), "token"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void valuesAreDecodedAndTheLastOfANameWins() {
        Job job = Job.of(
                payload(
                        List.of(new EnvVar("A", "b25l"), new EnvVar("A", "dHdv")),
                        List.of(new InjectedFile("x", "aGkK", "0750"))),
                Hooks.NONE);
        assertThat(job.env()).containsEntry("A", "two");
        assertThat(job.files()).singleElement().satisfies(file -> {
            assertThat(file.content()).isEqualTo(new byte[] {'h', 'i', '\n'});
            assertThat(file.octal()).isEqualTo("0750");
        });
    }

    @Test
    void whatThePayloadLeavesOutHasADefault() {
        Job job = Job.of(payload(List.of(), List.of()), Hooks.NONE);
        assertThat(job.timeout()).isEqualTo(Duration.ofHours(24));
        assertThat(job.stopGrace()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatCannotBeDecodedIsNamed() {
        isRefused("the value of A", payload(List.of(new EnvVar("A", "%")), List.of()));
        isRefused("'A=B'", payload(List.of(new EnvVar("A=B", "")), List.of()));
        isRefused("file x", payload(List.of(), List.of(new InjectedFile("x", "%", "0644"))));
        isRefused("mode of file x", payload(List.of(), List.of(new InjectedFile("x", "", "rwx"))));
        isRefused("mode of file x", payload(List.of(), List.of(new InjectedFile("x", "", "4755"))));
    }

    private static void isRefused(String because, JobPayload payload) {
        assertThatThrownBy(() -> Job.of(payload, Hooks.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    @Test
    void aStopIsFollowedByWhatAlwaysRunsAndATimeOutByTheFailureListToo() {
        var always = List.of(new Directive("a", null));
        var onFail = List.of(new Directive("f", null));
        var epilogues = new Epilogues(always, List.of(), onFail);
        assertThat(epilogues.after(AttemptResult.STOPPED)).containsExactly(always);
        assertThat(epilogues.after(AttemptResult.TIMED_OUT)).containsExactly(always, onFail);
        assertThat(epilogues.after(AttemptResult.PASSED)).containsExactly(always);
    }
}
