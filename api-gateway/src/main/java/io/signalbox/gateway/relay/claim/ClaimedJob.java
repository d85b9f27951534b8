package io.signalbox.gateway.relay.claim;

import io.signalbox.model.spec.TaskSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A claimed attempt with what it is to run.
 *
 * @param attempt the attempt
 * @param spec what its user wants
 * @param secrets values of the secrets that it names, as far as they are there; kept nowhere else (C1)
 * @param selfKill when its runner kills it by itself
 */
public record ClaimedJob(LiveAttempt attempt, TaskSpec spec, Map<String, String> secrets, Optional<SelfKill> selfKill) {
    public ClaimedJob {
        secrets = Map.copyOf(secrets);
    }

    /** How old the sync may be at most that it is given on (C9). */
    public Optional<Duration> freshness() {
        return selfKill.map(SelfKill::freshness);
    }

    /** The first secret that its project does not have any more. */
    Optional<String> missing() {
        return spec.secrets().stream()
                .filter(name -> !secrets.containsKey(name))
                .findFirst();
    }

    /** Never the values. */
    @Override
    public String toString() {
        return "job of attempt " + attempt.id();
    }
}
