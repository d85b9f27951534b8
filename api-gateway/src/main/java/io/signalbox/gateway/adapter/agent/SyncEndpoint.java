package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.AgentAnswer;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.sync.EndedSync;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.RefusedCall;
import io.signalbox.gateway.relay.claim.ClaimedJob;
import io.signalbox.gateway.relay.claim.JobPayloads;
import io.signalbox.gateway.relay.condition.Conditions;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.relay.session.SlotSession;
import io.signalbox.gateway.relay.session.SyncCall;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST sync}: read, handed to the slot, and left open without a thread until the slot answers it. */
final class SyncEndpoint {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    /** Hardly more than a sync has that ends nothing: such bodies need no room of their own. */
    private static final int SMALL = 64 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final JsonMapper mapper;
    private final Conditions conditions;
    private final JobPayloads payloads;
    private final Refusals refusals;
    private final BodyRoom room;
    private final Executor writers;

    SyncEndpoint(
            JsonMapper mapper,
            Conditions conditions,
            JobPayloads payloads,
            Refusals refusals,
            BodyRoom room,
            Executor writers) {
        this.mapper = mapper;
        this.conditions = conditions;
        this.payloads = payloads;
        this.refusals = refusals;
        this.room = room;
        this.writers = writers;
    }

    /** Handles it; the status of a request that cannot be handed to a slot. */
    Optional<Integer> handle(AgentRequest http, AgentAnswer answer, RunnerSession runner, TokenValue token)
            throws IOException {
        long length = http.length(MOST_BYTES);
        Optional<BodyRoom.Place> place = length <= SMALL ? Optional.of(BodyRoom.Place.none()) : room.take(length);
        if (place.isEmpty()) {
            http.skip(MOST_BYTES);
            return Optional.of(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
        boolean handed = false;
        try {
            Optional<Integer> status = hand(http, answer, runner, token, place.get());
            handed = status.isEmpty();
            return status;
        } finally {
            if (!handed) {
                place.get().leave();
            }
        }
    }

    private Optional<Integer> hand(
            AgentRequest http, AgentAnswer answer, RunnerSession runner, TokenValue token, BodyRoom.Place place)
            throws IOException {
        Optional<byte[]> body = http.body(MOST_BYTES);
        if (body.isEmpty()) {
            return Optional.of(HttpStatus.PAYLOAD_TOO_LARGE_413);
        }
        Optional<SyncRequest> read = read(body.get());
        Optional<SlotSession> slot = read.flatMap(sync -> runner.slot(sync.slot() == null ? 0 : sync.slot()));
        if (read.isEmpty() || slot.isEmpty()) {
            return Optional.of(HttpStatus.BAD_REQUEST_400);
        }
        SyncRequest request = read.get();
        if (request.generation() != null
                && !request.generation().equals(runner.runner().generation())) {
            return Optional.of(HttpStatus.UNAUTHORIZED_401);
        }
        note(request, runner);
        SlotSync sync = SyncReading.sync(request, http.patience(LONGEST), runner, slot.get());
        slot.get().sync(new SyncCall(sync, SyncReading.end(request), (reply, job) -> {
            place.leave();
            Runnable writing = () -> answer.by(() -> write(answer, sync.protocol(), reply, job, token));
            if (job.isPresent()) {
                writers.execute(writing);
            } else {
                writing.run();
            }
        }));
        return Optional.empty();
    }

    /** Answers an official agent whose session was ended. */
    void dismiss(AgentRequest http, AgentAnswer answer, RunnerId runner) throws IOException {
        Optional<SyncRequest> sync = http.body(MOST_BYTES).flatMap(this::read);
        sync.flatMap(SyncReading::attempt)
                .ifPresentOrElse(
                        attempt -> refusals.refused(
                                new RefusedCall(Refusal.TOKEN, attempt, runner, "the session was ended")),
                        () -> refusals.refused(Refusal.TOKEN, "runner " + runner, "the session was ended"));
        Optional<SyncResponse> response = sync.map(
                        request -> EndedSync.decide(request.state(), SyncReading.attempt(request)))
                .flatMap(reply -> SyncWriting.response(reply, Protocol.OFFICIAL, null));
        if (response.isPresent()) {
            answer.json(HttpStatus.OK_200, mapper.writeValueAsBytes(response.get()));
        } else {
            answer.empty(HttpStatus.BAD_REQUEST_400);
        }
    }

    private Optional<SyncRequest> read(byte[] body) {
        try {
            return Optional.of(mapper.readValue(body, SyncRequest.class)).filter(request -> request.state() != null);
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void note(SyncRequest request, RunnerSession runner) {
        if (request.sync() != null) {
            List<HealthSample> fresh = SyncReading.health(request);
            runner.says(SyncReading.unready(request), fresh)
                    .ifPresent(condition -> conditions.noted(runner.runner(), condition, fresh));
        }
    }

    private void write(AgentAnswer answer, Protocol protocol, Reply reply, Optional<ClaimedJob> job, TokenValue token) {
        JobPayload payload =
                job.map(claimed -> payloads.of(claimed, token.text())).orElse(null);
        Optional<SyncResponse> response = SyncWriting.response(reply, protocol, payload);
        if (response.isPresent()) {
            answer.json(HttpStatus.OK_200, mapper.writeValueAsBytes(response.get()));
        } else {
            answer.empty(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }
}
