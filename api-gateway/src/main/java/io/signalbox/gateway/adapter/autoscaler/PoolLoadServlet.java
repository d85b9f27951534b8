package io.signalbox.gateway.adapter.autoscaler;

import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.pool.PoolLoad;
import io.signalbox.gateway.pool.PoolWork;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.runner.registration.RegistrationToken;
import io.signalbox.gateway.runner.registration.RegistrationTokens;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.relay.RelayPaths;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET metrics}, {@code occupancy} and {@code jobs} of the agents' API, each with a registration token of the pool. */
public final class PoolLoadServlet extends HttpServlet {
    /** Where each of them is. */
    public static final List<String> PATHS =
            List.of(RelayPaths.BASE + "/metrics", RelayPaths.BASE + "/occupancy", RelayPaths.BASE + "/jobs");

    private static final long serialVersionUID = 1;
    private static final String SCHEME = RelayPaths.TOKEN_SCHEME + " ";
    private static final int MOST_JOBS = 500;

    private final transient RegistrationTokens tokens;
    private final transient PoolWork work;
    private final transient Refusals refusals;
    private final transient JsonMapper mapper;

    /** Shows {@code work}. */
    public PoolLoadServlet(RegistrationTokens tokens, PoolWork work, Refusals refusals, JsonMapper mapper) {
        this.tokens = tokens;
        this.work = work;
        this.refusals = refusals;
        this.mapper = mapper;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            end(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Optional<PoolName> pool = token(request).flatMap(tokens::find).map(RegistrationToken::pool);
        if (pool.isEmpty()) {
            refusals.refused(Refusal.TOKEN, request.getServletPath(), "no valid registration token");
            end(response, HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            byte[] body = mapper.writeValueAsBytes(answer(request.getServletPath(), pool.get()));
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (ProblemException e) {
            end(response, e.problem().code().status());
        }
    }

    private Map<String, Object> answer(String path, PoolName pool) {
        if (path.endsWith("/jobs")) {
            return Map.of(
                    "jobs",
                    work.queued(pool, MOST_JOBS).stream()
                            .map(id -> Map.of("id", id))
                            .toList());
        }
        PoolLoad load = work.load(pool);
        Map<String, Object> jobs = Map.of("queued", load.queued(), "running", load.running());
        return path.endsWith("/occupancy")
                ? jobs
                : Map.of("jobs", jobs, "agents", Map.of("idle", load.idle(), "occupied", load.occupied()));
    }

    private static Optional<TokenValue> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> new TokenValue(header.substring(SCHEME.length()).strip()));
    }

    private static void end(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }
}
