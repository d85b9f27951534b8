package io.signalbox.gateway.adapter.agent;

import com.mongodb.MongoException;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.adapter.agent.exchange.AgentResponse;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.adapter.agent.exchange.LaterAnswer;
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
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST logs/{attempt}?start_from=N}: appends to the log of an attempt of the caller's own; always answers with an empty body. */
public final class LogPushServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(LogPushServlet.class);
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    /** Of those who show no token. */
    private static final int MOST_SKIPPED = 64 * 1024;
    /** Stops an official agent from pushing again. */
    private static final int UNPROCESSABLE = 422;

    private final transient Sessions sessions;
    private final transient LogWriter log;
    private final transient AttemptDirectory directory;
    private final transient Refusals refusals;
    private final transient BodyRoom room;
    private final transient Executor writers;

    /** Appends through {@code log} what has {@code room}; attempts that no slot here has are looked up in {@code directory}. */
    public LogPushServlet(
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
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            AgentResponse.onlyBy("POST", response);
            return;
        }
        try {
            Optional<TokenValue> token = AgentRequest.token(request, RelayPaths.BEARER_SCHEME);
            Optional<RunnerSession> runner = token.flatMap(sessions::of);
            if (runner.isPresent()) {
                push(request, response, runner.get());
            } else {
                turnAway(request, response, token);
            }
        } catch (MongoException e) {
            LOG.warn("Failed to take a log push: {}", e.getMessage());
            AgentResponse.empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, Optional<TokenValue> token)
            throws IOException {
        Optional<RunnerId> ended = token.flatMap(sessions::ended);
        String id = AgentRequest.rest(request);
        if (ended.isPresent() && AttemptId.isValid(id)) {
            refusals.refused(new RefusedCall(Refusal.TOKEN, new AttemptId(id), ended.get(), "the session was ended"));
        } else {
            refusals.refused(Refusal.TOKEN, token.map(TokenValue::prefix).orElse("no token"), "a log push");
        }
        AgentRequest.skip(request, MOST_SKIPPED);
        AgentResponse.empty(response, ended.isPresent() ? UNPROCESSABLE : HttpServletResponse.SC_UNAUTHORIZED);
    }

    private void push(HttpServletRequest request, HttpServletResponse response, RunnerSession runner)
            throws IOException {
        String id = AgentRequest.rest(request);
        Optional<Long> startFrom = LogLines.index(request.getParameter(RelayPaths.START_FROM));
        if (!AttemptId.isValid(id) || startFrom.isEmpty()) {
            AgentResponse.empty(response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Optional<BodyRoom.Place> place = room.take(AgentRequest.length(request, MOST_BYTES));
        if (place.isEmpty()) {
            AgentRequest.skip(request, MOST_BYTES);
            AgentResponse.comeAgain(response);
            return;
        }
        Optional<List<byte[]>> lines = lines(request, place.get());
        if (lines.isEmpty()) {
            AgentResponse.empty(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        LaterAnswer later = LaterAnswer.to(request);
        var _ = append(runner, new AttemptId(id), startFrom.get(), lines.get())
                .thenAcceptAsync(
                        status -> {
                            place.get().leave();
                            later.finish(answer -> AgentResponse.empty(answer, status));
                        },
                        writers);
    }

    /** What was pushed; its place is left at once where it cannot be read. */
    private static Optional<List<byte[]>> lines(HttpServletRequest request, BodyRoom.Place place) throws IOException {
        Optional<List<byte[]>> lines = Optional.empty();
        try {
            lines = AgentRequest.body(request, MOST_BYTES).map(LogLines::split);
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
                .exceptionally(failure -> HttpServletResponse.SC_SERVICE_UNAVAILABLE);
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
            case AppendOutcome.Appended _ -> HttpServletResponse.SC_OK;
            case AppendOutcome.Sealed sealed ->
                refuse(runner, attempt, "the log is sealed, its end is " + sealed.end());
            case AppendOutcome.QuotaReached full ->
                refuse(runner, attempt, "the log has as much output as it may, its end is " + full.end());
            case AppendOutcome.Contradicted contradicted ->
                refuse(runner, attempt, "event " + contradicted.index() + " differs from the one that is stored");
            case AppendOutcome.Malformed malformed ->
                refuse(runner, attempt, "event " + malformed.index() + " is none: " + malformed.detail());
            case AppendOutcome.Unavailable _ -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        };
    }

    private int refuse(RunnerSession runner, AttemptId attempt, String why) {
        refusals.refused(new RefusedCall(Refusal.LOG, attempt, runner.runner().id(), why));
        return UNPROCESSABLE;
    }
}
