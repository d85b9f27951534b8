package io.signalbox.scheduler.core.explain;

import io.signalbox.scheduler.core.explain.Situation.RunnerView;
import io.signalbox.scheduler.core.match.Demand;
import java.util.Locale;
import java.util.Optional;

/** Conditions at which a runner can fail; the later a constant stands, the easier a person can change it. */
enum Obstacle {
    OTHER_POOL,
    PROJECT_NOT_SERVED,
    TAG_MISSING,
    TAG_EXCLUDED,
    START_FAILED,
    GONE,
    DRAINING,
    UNREACHABLE,
    GATEWAY_UNKNOWN,
    POOL_CAP,
    BUSY,
    UNREADY,
    PAUSED;

    /**
     * Why this runner does not take the task.
     *
     * @param obstacle its first failed condition
     * @param detail for people
     */
    record Found(Obstacle obstacle, String detail) {}

    /** Its name in answers. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first condition at which {@code runner} fails. */
    static Found first(Demand demand, RunnerView runner) {
        if (!demand.isOf(runner.profile())) {
            return new Found(OTHER_POOL, "the task wants pool '" + demand.pool() + "'");
        }
        if (!demand.serves(runner.profile())) {
            return new Found(PROJECT_NOT_SERVED, "does not serve project '" + demand.project() + "'");
        }
        return tag(demand, runner)
                .orElseGet(() -> demand.shunned().contains(runner.profile().name())
                        ? new Found(START_FAILED, "could not start the task twice and is not offered it again")
                        : momentary(runner));
    }

    private static Optional<Found> tag(Demand demand, RunnerView runner) {
        return demand.tags().stream()
                .filter(tag -> !Demand.satisfies(tag, runner.profile()))
                .findFirst()
                .map(tag -> tag.startsWith("!")
                        ? new Found(TAG_EXCLUDED, "has the tag '" + tag.substring(1) + "', which the task excludes")
                        : new Found(TAG_MISSING, "does not have the tag '" + tag + "'"));
    }

    private static Found momentary(RunnerView runner) {
        return switch (runner.availability()) {
            case DISCONNECTED -> new Found(GONE, "has said goodbye");
            case DRAINING -> new Found(DRAINING, "finishes what it has and takes nothing more");
            case PAUSED -> new Found(PAUSED, "is paused");
            case UNREADY -> new Found(UNREADY, "wants no new task at present; the list of runners says why");
            case OPEN ->
                switch (runner.contact()) {
                    case SILENT -> new Found(UNREACHABLE, "has not been heard of for a while");
                    case GATEWAY_UNKNOWN ->
                        new Found(GATEWAY_UNKNOWN, "its gateway has not answered the scheduler yet");
                    case POOL_FULL -> new Found(POOL_CAP, "is of a pool that has reached its cap");
                    case HEARD -> new Found(BUSY, "has no free slot");
                };
        };
    }
}
