package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.AgentAnswer;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Host;
import io.signalbox.gateway.runner.Runner.Manners;
import io.signalbox.gateway.runner.registration.Registration;
import io.signalbox.gateway.runner.registration.RegistrationOutcome;
import io.signalbox.gateway.runner.registration.RegistrationOutcome.Refused;
import io.signalbox.gateway.runner.registration.RegistrationOutcome.Registered;
import io.signalbox.gateway.runner.registration.Registrations;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST register}: the one call whose refusal has a body, because agents write it to their own log. */
final class RegisterEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterEndpoint.class);
    private static final int MOST_BYTES = 64 * 1024;

    private final JsonMapper mapper;
    private final JsonBody json;
    private final Registrations registrations;
    private final Sessions sessions;
    private final Refusals refusals;

    RegisterEndpoint(JsonMapper mapper, Registrations registrations, Sessions sessions, Refusals refusals) {
        this.mapper = mapper;
        this.json = new JsonBody(mapper);
        this.registrations = registrations;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    void handle(AgentRequest http, AgentAnswer answer) throws IOException {
        Optional<TokenValue> token = http.token(RelayPaths.TOKEN_SCHEME);
        Optional<byte[]> body = http.body(MOST_BYTES);
        RegistrationOutcome outcome = token.isEmpty() || body.isEmpty()
                ? new Refused(ErrorCode.UNAUTHENTICATED, "this needs 'Authorization: Token <registration token>'")
                : register(body.get(), token.get(), http.address());
        switch (outcome) {
            case Registered registered -> accept(registered, answer);
            case Refused refused -> {
                refusals.refused(Refusal.REGISTRATION, "a registration", refused.reason());
                answer.text(refused.code().status(), refused.reason());
            }
        }
    }

    private RegistrationOutcome register(byte[] body, TokenValue token, String address) {
        RegisterRequest request;
        try {
            request = json.read(body, RegisterRequest.class, ErrorCode.INVALID_JSON);
        } catch (ProblemException e) {
            return new Refused(
                    ErrorCode.INVALID_JSON,
                    "the body is not a registration: " + e.problem().detail());
        }
        if (request.name() == null) {
            return new Refused(ErrorCode.INVALID_REQUEST, "name is missing");
        }
        if (request.jobId() != null && !request.jobId().isEmpty()) {
            return new Refused(ErrorCode.INVALID_REQUEST, "job_id is not supported: a runner takes what fits it");
        }
        return registrations.register(registration(request, address), token);
    }

    private static Registration registration(RegisterRequest request, String address) {
        return new Registration(
                request.name(),
                new Host(
                        text(request.version()),
                        text(request.os()),
                        text(request.arch()),
                        text(request.hostname()),
                        request.pid()),
                new Manners(
                        request.singleJob(),
                        seconds(request.idleTimeout()),
                        seconds(request.interruptionGracePeriod()),
                        protocol(request)),
                request.slots() == null ? 1 : request.slots(),
                request.tags() == null ? List.of() : request.tags(),
                Optional.ofNullable(request.executors()),
                address);
    }

    /** Ours says how many slots it has. */
    private static Protocol protocol(RegisterRequest request) {
        return request.slots() == null ? Protocol.OFFICIAL : Protocol.OURS;
    }

    private void accept(Registered registered, AgentAnswer answer) {
        Runner runner = registered.runner();
        sessions.open(runner);
        LOG.info(
                "Registered runner {} ({}) in pool {}, generation {}",
                runner.name(),
                runner.id(),
                runner.pool(),
                runner.generation());
        RegisterResponse response = new RegisterResponse(
                runner.name(), registered.token().text(), runner.id(), runner.generation(), runner.pool());
        answer.json(HttpStatus.CREATED_201, mapper.writeValueAsBytes(response));
    }

    /** Our runner, which states its slots, names an executor only after it has tried it; of another one that is a mere claim. */
    private static Duration seconds(int number) {
        return Duration.ofSeconds(Math.max(0, number));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
