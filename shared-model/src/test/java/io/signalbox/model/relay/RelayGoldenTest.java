package io.signalbox.model.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.GoldenFile;
import io.signalbox.model.Samples;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import io.signalbox.model.spec.Executor;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RelayGoldenTest {

    @Test
    void registrationKeepsItsJson() {
        new GoldenFile("relay/register-request")
                .holds(new RegisterRequest(
                        "r1",
                        "0.1.0",
                        4711,
                        "Linux",
                        "x86_64",
                        "host",
                        false,
                        0,
                        0,
                        "",
                        4,
                        List.of("linux"),
                        List.of("docker")));
        new GoldenFile("relay/register-response")
                .holds(new RegisterResponse("r1", "sba_x", Samples.SLOT.runner(), new Generation(3), PoolName.DEFAULT));
    }

    @Test
    void syncKeepsItsJson() {
        var end = new FinishedAttempt(
                AttemptResult.FAILED, 2, new Reason(ReasonCode.EXIT_CODE, "'make' ended with 2"), 9, 8, List.of("{}"));
        new GoldenFile("relay/sync-request")
                .holds(new SyncRequest(
                        AgentState.FINISHED_JOB,
                        Samples.ATTEMPT.value(),
                        "failed",
                        0,
                        1,
                        new Generation(3),
                        18L,
                        List.of(Samples.ATTEMPT),
                        end,
                        List.of(new HealthSample(Samples.MOMENT, 0.25, 1.5, 2_000, 8_000, 50_000, 90_000)),
                        "40 MB free below its home, 1 GB wanted"));
        new GoldenFile("relay/sync-response")
                .holds(new SyncResponse(SyncAction.RUN_JOB, Samples.ATTEMPT, null, 0, payload(), null));
    }

    @Test
    void anOfficialAgentsSyncIsUnderstood() {
        String json = """
                {"state":"running-job","job_id":"","job_result":"","interrupted_at":0}""";
        SyncRequest sync = JsonMapper.builder().build().readValue(json, SyncRequest.class);
        assertThat(sync.state()).isEqualTo(AgentState.RUNNING_JOB);
        assertThat(sync.slot()).isNull();
    }

    @Test
    void logEventsKeepTheirJson() {
        new GoldenFile("relay/log-output").holds(new LogEvent.CommandOutput(1, 1002L, "hi\n", null));
        new GoldenFile("relay/log-finished").holds(new LogEvent.CommandFinished(2, 2002L, "make", 2, 1, 2));
    }

    private static JobPayload payload() {
        return new JobPayload(
                Samples.ATTEMPT,
                "nightly build",
                "shell",
                List.of(new JobPayload.Directive("make test", "Tests")),
                List.of(),
                List.of(),
                List.of(),
                List.of(new JobPayload.EnvVar("CI", "dHJ1ZQ==")),
                List.of(new JobPayload.InjectedFile("a", "", "0600")),
                new JobPayload.LogTarget("push", URI.create("https://gateway:8443/api/v1/logs/x"), "sba_x"),
                Samples.TASK,
                new Fence(1),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(45),
                true,
                new JobPayload.Container("debian:12", Executor.Pull.MISSING),
                List.of("czNjcmV0"));
    }
}
