package io.signalbox.gateway.runner.health;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the recent history of a runner's machine. */
@RestController
public final class HealthController {
    private final RunnerStore runners;
    private final HealthHistory history;

    /** Shows {@code history} of the runners that are known. */
    public HealthController(RunnerStore runners, HealthHistory history) {
        this.runners = runners;
        this.history = history;
    }

    /**
     * Samples of a machine.
     *
     * @param items oldest first: one each minute, of the last one to two hours one each 10 s
     */
    record History(List<HealthSample> items) {}

    @GetMapping("/api/v1/runners/{id}/health")
    @Needs(Role.VIEWER)
    @Described(id = "runnerHealth", summary = "Shows how the machine of a runner was of late")
    History health(@PathVariable String id, @RequestParam Optional<String> since) {
        RunnerId runner = known(id);
        Instant from = since.map(text -> Parameters.parse("since", text, HealthController::instant))
                .orElse(Instant.MIN);
        return new History(history.of(runner).stream()
                .filter(sample -> !sample.at().isBefore(from))
                .toList());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("it must be an instant such as 2026-01-31T12:00:00Z", e);
        }
    }

    private RunnerId known(String id) {
        return Optional.of(id)
                .filter(RunnerId::isValid)
                .map(RunnerId::new)
                .filter(runner -> runners.byId(runner).isPresent())
                .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "There is no runner of this id")
                        .toException());
    }
}
