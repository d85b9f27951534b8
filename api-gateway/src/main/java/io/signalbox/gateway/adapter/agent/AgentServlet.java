package io.signalbox.gateway.adapter.agent;

import com.mongodb.MongoException;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.adapter.agent.exchange.AgentResponse;
import io.signalbox.gateway.audit.AuditUnavailable;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.access.RefreshResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control calls of agents. Everything but {@code register} needs the access token of a connected runner. */
public final class AgentServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(AgentServlet.class);
    /** Of those who show no token. */
    private static final int MOST_SKIPPED = 64 * 1024;

    private static final String JOBS = "jobs/";
    /** A runner that is checked makes these calls, and looks at its clock by the answer; all others go without the header. */
    private static final Set<String> TELL_THE_TIME = Set.of("POST register", "POST refresh");

    private final transient Sessions sessions;
    private final transient Refusals refusals;
    private final transient Endpoints endpoints;

    /** Serves with {@code endpoints}. */
    public AgentServlet(Sessions sessions, Refusals refusals, Endpoints endpoints) {
        this.sessions = sessions;
        this.refusals = refusals;
        this.endpoints = endpoints;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            route(request, response);
        } catch (MongoException | AuditUnavailable e) {
            LOG.warn("Failed to answer {}: {}", request.getPathInfo(), e.getMessage());
            AgentResponse.empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void route(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String call = request.getMethod() + " " + AgentRequest.rest(request);
        if (TELL_THE_TIME.contains(call)) {
            response.setDateHeader("Date", System.currentTimeMillis());
        }
        if (call.equals("POST register")) {
            endpoints.register().handle(request, response);
            return;
        }
        Optional<TokenValue> token = AgentRequest.token(request, RelayPaths.TOKEN_SCHEME);
        Optional<RunnerSession> runner = token.flatMap(sessions::of);
        if (token.isEmpty() || runner.isEmpty()) {
            turnAway(call, request, response, token);
            return;
        }
        called(call, request, response, runner.get(), token.get());
    }

    /** An official agent takes no refusal for an answer: it is led to its end. */
    private void turnAway(
            String call, HttpServletRequest request, HttpServletResponse response, Optional<TokenValue> token)
            throws IOException {
        Optional<RunnerId> ended = token.flatMap(sessions::ended);
        if (ended.isPresent() && call.equals("POST sync")) {
            endpoints.sync().dismiss(request, response, ended.get());
            return;
        }
        refusals.refused(Refusal.TOKEN, token.map(TokenValue::prefix).orElse("no token"), call);
        AgentRequest.skip(request, MOST_SKIPPED);
        boolean takesLeave = ended.isPresent() && call.equals("POST disconnect");
        AgentResponse.empty(response, takesLeave ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED);
    }

    private void called(
            String call,
            HttpServletRequest request,
            HttpServletResponse response,
            RunnerSession runner,
            TokenValue token)
            throws IOException {
        switch (call) {
            case "POST sync" ->
                endpoints.sync().handle(request, runner, token).ifPresent(status -> notTaken(response, status, runner));
            case "POST refresh" ->
                AgentResponse.json(
                        response,
                        HttpServletResponse.SC_OK,
                        endpoints.mapper().writeValueAsBytes(new RefreshResponse(token.text())));
            case "POST disconnect" -> {
                endpoints.farewell().bid(runner);
                AgentResponse.empty(response, HttpServletResponse.SC_OK);
            }
            default -> job(request, response, runner, token);
        }
    }

    private void job(HttpServletRequest request, HttpServletResponse response, RunnerSession runner, TokenValue token) {
        String rest = AgentRequest.rest(request);
        String job = rest.startsWith(JOBS) ? rest.substring(JOBS.length()) : "";
        Optional<String> folder = RelayPaths.ofFolder(job);
        String id = folder.orElse(job);
        if (!request.getMethod().equals("GET") || !AttemptId.isValid(id)) {
            refusals.refused(Refusal.JOB, runner.runner().name(), "no such call");
            AgentResponse.empty(response, HttpServletResponse.SC_NOT_FOUND);
        } else if (folder.isPresent()) {
            endpoints.folders().handle(request, runner, new AttemptId(id));
        } else {
            endpoints.jobs().handle(request, runner, token, new AttemptId(id));
        }
    }

    private void notTaken(HttpServletResponse response, int status, RunnerSession runner) {
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            AgentResponse.comeAgain(response);
            return;
        }
        refusals.refused(Refusal.MALFORMED, runner.runner().name(), "a sync, answered with " + status);
        AgentResponse.empty(response, status);
    }
}
