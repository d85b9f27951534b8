package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.AgentAnswer;
import io.signalbox.gateway.adapter.agent.exchange.AgentHandler;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.access.RefreshResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;

/** The control calls of agents. Everything but {@code register} needs the access token of a connected runner. */
public final class ControlHandler extends AgentHandler {
    /** Of those who show no token. */
    private static final int MOST_SKIPPED = 64 * 1024;

    private static final String JOBS = "jobs/";
    /** A runner that is checked makes these calls, and looks at its clock by the answer; all others go without the header. */
    private static final Set<String> TELL_THE_TIME = Set.of("POST register", "POST refresh");

    private final Sessions sessions;
    private final Refusals refusals;
    private final Endpoints endpoints;

    /** Serves with {@code endpoints}. */
    public ControlHandler(Sessions sessions, Refusals refusals, Endpoints endpoints) {
        this.sessions = sessions;
        this.refusals = refusals;
        this.endpoints = endpoints;
    }

    @Override
    protected void serve(AgentRequest request, AgentAnswer answer) throws IOException {
        String call = request.method() + " " + request.after(RelayPaths.BASE);
        if (TELL_THE_TIME.contains(call)) {
            answer.tellTime();
        }
        if (call.equals("POST register")) {
            endpoints.register().handle(request, answer);
            return;
        }
        Optional<TokenValue> token = request.token(RelayPaths.TOKEN_SCHEME);
        Optional<RunnerSession> runner = token.flatMap(sessions::of);
        if (token.isEmpty() || runner.isEmpty()) {
            turnAway(call, request, answer, token);
            return;
        }
        called(call, request, answer, runner.get(), token.get());
    }

    /** An official agent takes no refusal for an answer: it is led to its end. */
    private void turnAway(String call, AgentRequest request, AgentAnswer answer, Optional<TokenValue> token)
            throws IOException {
        Optional<RunnerId> ended = token.flatMap(sessions::ended);
        if (ended.isPresent() && call.equals("POST sync")) {
            endpoints.sync().dismiss(request, answer, ended.get());
            return;
        }
        refusals.refused(Refusal.TOKEN, token.map(TokenValue::prefix).orElse("no token"), call);
        request.skip(MOST_SKIPPED);
        boolean takesLeave = ended.isPresent() && call.equals("POST disconnect");
        answer.empty(takesLeave ? HttpStatus.OK_200 : HttpStatus.UNAUTHORIZED_401);
    }

    private void called(String call, AgentRequest request, AgentAnswer answer, RunnerSession runner, TokenValue token)
            throws IOException {
        switch (call) {
            case "POST sync" ->
                endpoints
                        .sync()
                        .handle(request, answer, runner, token)
                        .ifPresent(status -> notTaken(answer, status, runner));
            case "POST refresh" ->
                answer.json(HttpStatus.OK_200, endpoints.mapper().writeValueAsBytes(new RefreshResponse(token.text())));
            case "POST disconnect" -> {
                endpoints.farewell().bid(runner);
                answer.empty(HttpStatus.OK_200);
            }
            default -> job(request, answer, runner, token);
        }
    }

    private void job(AgentRequest request, AgentAnswer answer, RunnerSession runner, TokenValue token) {
        String rest = request.after(RelayPaths.BASE);
        String job = rest.startsWith(JOBS) ? rest.substring(JOBS.length()) : "";
        Optional<String> folder = RelayPaths.ofFolder(job);
        String id = folder.orElse(job);
        if (!request.method().equals("GET") || !AttemptId.isValid(id)) {
            refusals.refused(Refusal.JOB, runner.runner().name(), "no such call");
            answer.empty(HttpStatus.NOT_FOUND_404);
        } else if (folder.isPresent()) {
            endpoints.folders().handle(request, answer, runner, new AttemptId(id));
        } else {
            endpoints.jobs().handle(answer, runner, token, new AttemptId(id));
        }
    }

    private void notTaken(AgentAnswer answer, int status, RunnerSession runner) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            answer.comeAgain();
            return;
        }
        refusals.refused(Refusal.MALFORMED, runner.runner().name(), "a sync, answered with " + status);
        answer.empty(status);
    }
}
