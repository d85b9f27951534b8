package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.AgentAnswer;
import io.signalbox.gateway.adapter.agent.exchange.AgentHandler;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.log.AppendOutcome;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.RefusedCall;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.relay.RelayPaths;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;

/** {@code POST logs/{attempt}?start_from=N}: appends to the log of an attempt of the caller's own; always answers with an empty body. */
public final class LogPushHandler extends AgentHandler {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    /** Of those who show no token. */
    private static final int MOST_SKIPPED = 64 * 1024;

    private final Sessions sessions;
    private final LogWriter log;
    private final AttemptDirectory directory;
    private final Refusals refusals;
    private final BodyRoom room;
    private final Executor writers;

    /** Appends through {@code log} what has {@code room}; attempts that no slot here has are looked up in {@code directory}. */
    public LogPushHandler(
            Sessions sessions,
            LogWriter log,
            AttemptDirectory directory,
            Refusals refusals,
            BodyRoom room,
            Executor writers) {
        this.sessions = sessions;
        this.log = log;
        this.directory = directory;
        this.refusals = refusals;
        this.room = room;
        this.writers = writers;
    }

    @Override
    protected void serve(AgentRequest request, AgentAnswer answer) throws IOException {
        if (!request.method().equals("POST")) {
            answer.onlyBy("POST");
            return;
        }
        Optional<TokenValue> token = request.token(RelayPaths.BEARER_SCHEME);
        Optional<RunnerSession> runner = token.flatMap(sessions::of);
        if (runner.isPresent()) {
            push(request, answer, runner.get());
        } else {
            turnAway(request, answer, token);
        }
    }

    private void turnAway(AgentRequest request, AgentAnswer answer, Optional<TokenValue> token) throws IOException {
        Optional<RunnerId> ended = token.flatMap(sessions::ended);
        String id = request.after(RelayPaths.LOGS);
        if (ended.isPresent() && AttemptId.isValid(id)) {
            refusals.refused(new RefusedCall(Refusal.TOKEN, new AttemptId(id), ended.get(), "the session was ended"));
        } else {
            refusals.refused(Refusal.TOKEN, token.map(TokenValue::prefix).orElse("no token"), "a log push");
        }
        request.skip(MOST_SKIPPED);
        answer.empty(ended.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY_422 : HttpStatus.UNAUTHORIZED_401);
    }

    private void push(AgentRequest request, AgentAnswer answer, RunnerSession runner) throws IOException {
        String id = request.after(RelayPaths.LOGS);
        Optional<Long> startFrom = LogLines.index(request.parameter(RelayPaths.START_FROM));
        if (!AttemptId.isValid(id) || startFrom.isEmpty()) {
            answer.empty(HttpStatus.BAD_REQUEST_400);
            return;
        }
        Optional<BodyRoom.Place> place = room.take(request.length(MOST_BYTES));
        if (place.isEmpty()) {
            request.skip(MOST_BYTES);
            answer.comeAgain();
            return;
        }
        Optional<List<byte[]>> lines = lines(request, place.get());
        if (lines.isEmpty()) {
            answer.empty(HttpStatus.PAYLOAD_TOO_LARGE_413);
            return;
        }
        var _ = append(runner, new AttemptId(id), startFrom.get(), lines.get())
                .thenAcceptAsync(
                        status -> {
                            place.get().leave();
                            answer.empty(status);
                        },
                        writers);
    }

    /** What was pushed; its place is left at once where it cannot be read. */
    private static Optional<List<byte[]>> lines(AgentRequest request, BodyRoom.Place place) throws IOException {
        Optional<List<byte[]>> lines = Optional.empty();
        try {
            lines = request.body(MOST_BYTES).map(LogLines::split);
        } finally {
            if (lines.isEmpty()) {
                place.leave();
            }
        }
        return lines;
    }

    private CompletableFuture<Integer> append(
            RunnerSession runner, AttemptId attempt, long startFrom, List<byte[]> lines) {
        return task(runner, attempt)
                .thenCompose(task -> task.isEmpty()
                        ? CompletableFuture.completedFuture(
                                refuse(runner, attempt, "the attempt is not of this runner"))
                        : log.append(attempt, task.get(), startFrom, lines)
                                .thenApply(outcome -> status(runner, attempt, outcome)))
                .exceptionally(failure -> HttpStatus.SERVICE_UNAVAILABLE_503);
    }

    private CompletableFuture<Optional<TaskId>> task(RunnerSession runner, AttemptId attempt) {
        Optional<TaskId> here = runner.occupantWith(attempt)
                .flatMap(occupant -> occupant.assignment())
                .map(assignment -> assignment.task());
        return here.isPresent()
                ? CompletableFuture.completedFuture(here)
                : directory
                        .find(attempt)
                        .thenApply(found -> found.filter(known ->
                                        known.runner().equals(runner.runner().id()))
                                .map(known -> known.task()));
    }

    private int status(RunnerSession runner, AttemptId attempt, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Appended _ -> HttpStatus.OK_200;
            case AppendOutcome.Sealed sealed ->
                refuse(runner, attempt, "the log is sealed, its end is " + sealed.end());
            case AppendOutcome.QuotaReached full ->
                refuse(runner, attempt, "the log has as much output as it may, its end is " + full.end());
            case AppendOutcome.Contradicted contradicted ->
                refuse(runner, attempt, "event " + contradicted.index() + " differs from the one that is stored");
            case AppendOutcome.Malformed malformed ->
                refuse(runner, attempt, "event " + malformed.index() + " is none: " + malformed.detail());
            case AppendOutcome.Unavailable _ -> HttpStatus.SERVICE_UNAVAILABLE_503;
        };
    }

    private int refuse(RunnerSession runner, AttemptId attempt, String why) {
        refusals.refused(new RefusedCall(Refusal.LOG, attempt, runner.runner().id(), why));
        // Stops an official agent from pushing again.
        return HttpStatus.UNPROCESSABLE_ENTITY_422;
    }
}
