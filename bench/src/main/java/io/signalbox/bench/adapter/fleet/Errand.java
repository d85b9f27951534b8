package io.signalbox.bench.adapter.fleet;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.LogEvent;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import io.signalbox.model.task.AttemptResult;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a simulated runner says. */
final class Errand {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Errand() {}

    static String register(String name, List<String> tags) {
        return JSON.writeValueAsString(new RegisterRequest(
                name, "bench", ProcessHandle.current().pid(), "", "", "bench", false, 0, 0, "", 1, tags, null));
    }

    static String waiting(RegisterResponse session, long sync, Pulse pulse) {
        return JSON.writeValueAsString(new SyncRequest(
                AgentState.WAITING_FOR_JOBS,
                "",
                "",
                0,
                0,
                session.generation(),
                sync,
                List.of(),
                null,
                pulse.samples(),
                null));
    }

    static String running(RegisterResponse session, long sync, Pulse pulse, AttemptId attempt) {
        return JSON.writeValueAsString(new SyncRequest(
                AgentState.RUNNING_JOB,
                attempt.value(),
                "",
                0,
                0,
                session.generation(),
                sync,
                List.of(attempt),
                null,
                pulse.samples(),
                null));
    }

    static String finished(RegisterResponse session, long sync, AttemptId attempt) {
        FinishedAttempt end = passed();
        return JSON.writeValueAsString(new SyncRequest(
                AgentState.FINISHED_JOB,
                attempt.value(),
                end.result().wire(),
                0,
                0,
                session.generation(),
                sync,
                List.of(attempt),
                end,
                null,
                null));
    }

    private static FinishedAttempt passed() {
        long now = System.currentTimeMillis();
        List<String> events = List.of(
                line(new LogEvent.JobStarted(now / 1000, now)),
                line(new LogEvent.CommandStarted(now / 1000, now, "true")),
                line(new LogEvent.CommandFinished(now / 1000, now, "true", 0, now / 1000, now / 1000)),
                line(new LogEvent.JobFinished(now / 1000, now, "passed")));
        return new FinishedAttempt(AttemptResult.PASSED, 0, null, events.size(), 0, events);
    }

    private static String line(LogEvent event) {
        return JSON.writerFor(LogEvent.class).writeValueAsString(event);
    }
}
