package io.signalbox.gateway.adapter.agent;

import com.mongodb.MongoException;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.log.AppendOutcome;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.relay.RelayPaths;
import jakarta.servlet.AsyncContext;
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
    /** Stops an official agent from pushing again. */
    private static final int UNPROCESSABLE = 422;

    private final transient Sessions sessions;
    private final transient LogWriter log;
    private final transient AttemptDirectory directory;
    private final transient Refusals refusals;
    private final transient Executor writers;

    /** Appends through {@code log}; attempts that no slot here has are looked up in {@code directory}. */
    public LogPushServlet(
            Sessions sessions, LogWriter log, AttemptDirectory directory, Refusals refusals, Executor writers) {
        this.sessions = sessions;
        this.log = log;
        this.directory = directory;
        this.refusals = refusals;
        this.writers = writers;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<TokenValue> token = AgentRequest.token(request, RelayPaths.BEARER_SCHEME);
            Optional<RunnerSession> runner = token.flatMap(sessions::of);
            if (runner.isEmpty()) {
                refusals.refused(Refusal.TOKEN, token.map(TokenValue::prefix).orElse("no token"), "a log push");
                boolean ended = token.filter(sessions::hasEnded).isPresent();
                AgentResponse.empty(response, ended ? UNPROCESSABLE : HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                push(request, response, runner.get());
            }
        } catch (MongoException e) {
            LOG.warn("Failed to take a log push: {}", e.getMessage());
            AgentResponse.empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void push(HttpServletRequest request, HttpServletResponse response, RunnerSession runner)
            throws IOException {
        String id = AgentRequest.rest(request);
        Optional<Long> startFrom = LogLines.index(request.getParameter(RelayPaths.START_FROM));
        Optional<byte[]> body = AgentRequest.body(request, MOST_BYTES);
        if (!AttemptId.isValid(id) || startFrom.isEmpty() || body.isEmpty()) {
            AgentResponse.empty(
                    response,
                    body.isEmpty()
                            ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                            : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        AttemptId attempt = new AttemptId(id);
        List<byte[]> lines = LogLines.split(body.get());
        AsyncContext context = AgentResponse.later(request);
        var _ = task(runner, attempt)
                .thenCompose(task -> task.isEmpty()
                        ? CompletableFuture.completedFuture(
                                refuse(attempt, "not of " + runner.runner().name()))
                        : log.append(attempt, task.get(), startFrom.get(), lines)
                                .thenApply(outcome -> status(attempt, outcome)))
                .exceptionally(failure -> HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                .thenAcceptAsync(
                        status -> AgentResponse.finish(context, answer -> AgentResponse.empty(answer, status)),
                        writers);
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

    private int status(AttemptId attempt, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Appended _ -> HttpServletResponse.SC_OK;
            case AppendOutcome.Sealed _,
                    AppendOutcome.QuotaReached _,
                    AppendOutcome.Contradicted _,
                    AppendOutcome.Malformed _ -> refuse(attempt, outcome.toString());
            case AppendOutcome.Unavailable _ -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        };
    }

    private int refuse(AttemptId attempt, String why) {
        refusals.refused(Refusal.LOG, "attempt " + attempt, why);
        return UNPROCESSABLE;
    }
}
