package io.signalbox.bench.adapter.fleet;

import io.signalbox.bench.adapter.http.Ending;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
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
        FinishedAttempt end = Ending.atOnce();
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
}
