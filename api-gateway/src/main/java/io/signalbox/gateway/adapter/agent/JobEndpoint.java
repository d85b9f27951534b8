package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.AgentAnswer;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.RefusedCall;
import io.signalbox.gateway.relay.claim.ClaimOutcome;
import io.signalbox.gateway.relay.claim.JobPayloads;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.session.FetchJob;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET jobs/{id}}: an official agent fetches what it was told to run, and only now its start is claimed (C1). A job of its own that
 * is outlived comes without commands (C3), one that must end comes as a stop; one that is not its own does not exist.
 */
final class JobEndpoint {
    private final JsonMapper mapper;
    private final JobPayloads payloads;
    private final FetchJob fetch;
    private final AttemptDirectory directory;
    private final Refusals refusals;
    private final Executor writers;

    JobEndpoint(JsonMapper mapper, Endpoints.Jobs jobs, Refusals refusals, Executor writers) {
        this.mapper = mapper;
        this.payloads = jobs.payloads();
        this.fetch = jobs.fetch();
        this.directory = jobs.directory();
        this.refusals = refusals;
        this.writers = writers;
    }

    void handle(AgentAnswer answer, RunnerSession runner, TokenValue token, AttemptId attempt) {
        var _ = payload(runner, token, attempt)
                .whenCompleteAsync(
                        (payload, failure) -> answer.by(() -> {
                            if (failure != null) {
                                answer.empty(HttpStatus.SERVICE_UNAVAILABLE_503);
                            } else if (payload.isEmpty()) {
                                refusals.refused(new RefusedCall(
                                        Refusal.JOB,
                                        attempt,
                                        runner.runner().id(),
                                        "the attempt is not of this runner"));
                                answer.empty(HttpStatus.NOT_FOUND_404);
                            } else {
                                answer.json(HttpStatus.OK_200, mapper.writeValueAsBytes(payload.get()));
                            }
                        }),
                        writers);
    }

    private CompletableFuture<Optional<JobPayload>> payload(RunnerSession runner, TokenValue token, AttemptId attempt) {
        return fetch.fetch(runner, attempt)
                .thenCompose(outcome -> outcome.isPresent()
                        ? CompletableFuture.completedFuture(Optional.of(payload(outcome.get(), token, attempt)))
                        : outlived(runner, token, attempt));
    }

    private CompletableFuture<Optional<JobPayload>> outlived(
            RunnerSession runner, TokenValue token, AttemptId attempt) {
        return directory
                .find(attempt)
                .thenApply(found -> found.filter(
                                known -> known.runner().equals(runner.runner().id()))
                        .map(_ -> payloads.empty(attempt, token.text())));
    }

    private JobPayload payload(ClaimOutcome outcome, TokenValue token, AttemptId attempt) {
        return switch (outcome) {
            case ClaimOutcome.Granted granted -> payloads.official(granted.job(), token.text());
            case ClaimOutcome.Refused _ -> payloads.empty(attempt, token.text());
            case ClaimOutcome.MustEnd _ -> payloads.stopped(attempt, token.text());
            case ClaimOutcome.Overtaken overtaken -> throw new IllegalStateException(overtaken.why());
            case ClaimOutcome.Unknown unknown -> throw new IllegalStateException(unknown.why());
        };
    }
}
