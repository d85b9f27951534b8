package io.signalbox.gateway.adapter.autoscaler;

import io.signalbox.gateway.adapter.agent.exchange.AgentAnswer;
import io.signalbox.gateway.adapter.agent.exchange.AgentHandler;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.pool.PoolLoad;
import io.signalbox.gateway.pool.PoolWork;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.runner.registration.RegistrationToken;
import io.signalbox.gateway.runner.registration.RegistrationTokens;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.relay.RelayPaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET metrics}, {@code occupancy} and {@code jobs} of the agents' API, each with a registration token of the pool. */
public final class PoolLoadHandler extends AgentHandler {
    /** Where each of them is. */
    public static final List<String> PATHS =
            List.of(RelayPaths.BASE + "/metrics", RelayPaths.BASE + "/occupancy", RelayPaths.BASE + "/jobs");

    private static final int MOST_JOBS = 500;

    private final RegistrationTokens tokens;
    private final PoolWork work;
    private final Refusals refusals;
    private final JsonMapper mapper;

    /** Shows {@code work}. */
    public PoolLoadHandler(RegistrationTokens tokens, PoolWork work, Refusals refusals, JsonMapper mapper) {
        this.tokens = tokens;
        this.work = work;
        this.refusals = refusals;
        this.mapper = mapper;
    }

    @Override
    protected void serve(AgentRequest request, AgentAnswer answer) {
        if (!request.method().equals("GET")) {
            answer.onlyBy("GET");
            return;
        }
        Optional<PoolName> pool =
                request.token(RelayPaths.TOKEN_SCHEME).flatMap(tokens::find).map(RegistrationToken::pool);
        if (pool.isEmpty()) {
            refusals.refused(Refusal.TOKEN, request.path(), "no valid registration token");
            answer.empty(HttpStatus.UNAUTHORIZED_401);
            return;
        }
        try {
            answer.json(HttpStatus.OK_200, mapper.writeValueAsBytes(load(request.path(), pool.get())));
        } catch (ProblemException e) {
            answer.empty(e.problem().code().status());
        }
    }

    private Map<String, Object> load(String path, PoolName pool) {
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
}
