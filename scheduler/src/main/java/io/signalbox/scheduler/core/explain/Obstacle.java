package io.signalbox.scheduler.core.explain;

import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.view.RunnerView;
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
    SET_ASIDE,
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

    /** Whether the pool of a runner may have one more live attempt. */
    enum Room {
        LEFT,
        NONE
    }

    /** Its name in answers. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first condition at which every runner like this fails, whatever it does; empty: they fit. */
    static Optional<Found> lasting(Demand demand, Runner.Profile runner) {
        if (!demand.isOf(runner)) {
            return Optional.of(new Found(OTHER_POOL, "the task wants " + wanted(demand)));
        }
        if (!demand.serves(runner)) {
            return Optional.of(new Found(PROJECT_NOT_SERVED, "does not serve project '" + demand.project() + "'"));
        }
        return demand.tags().stream()
                .filter(tag -> !Demand.satisfies(tag, runner))
                .findFirst()
                .map(tag -> tag.startsWith("!")
                        ? new Found(TAG_EXCLUDED, "has the tag '" + tag.substring(1) + "', which the task excludes")
                        : new Found(TAG_MISSING, "does not have the tag '" + tag + "'"));
    }

    /** The first condition at which a runner fails that fits. */
    static Found momentary(RunnerView runner, Room room) {
        return switch (runner.availability()) {
            case DISCONNECTED -> new Found(GONE, "has said goodbye");
            case DRAINING -> new Found(DRAINING, "finishes what it has and takes nothing more");
            case PAUSED -> new Found(PAUSED, "is paused");
            case UNREADY -> new Found(UNREADY, "wants no new task at present; the list of runners says why");
            case OPEN ->
                switch (runner.contact()) {
                    case SILENT -> new Found(UNREACHABLE, "has not been heard of for a while");
                    case SET_ASIDE ->
                        new Found(SET_ASIDE, "failed everything that it was given and is set aside for a while");
                    case PROBED ->
                        new Found(
                                SET_ASIDE, "failed everything that it was given and is tried with one task at a time");
                    case GATEWAY_UNKNOWN ->
                        new Found(GATEWAY_UNKNOWN, "its gateway has not answered the scheduler yet");
                    case HEARD ->
                        runner.free() > 0 && room == Room.NONE
                                ? new Found(POOL_CAP, "is of a pool that has reached its cap")
                                : new Found(BUSY, "has no free slot");
                };
        };
    }

    /** The pools that the task wants, for people. */
    static String wanted(Demand demand) {
        String other = demand.otherPool() == null ? "" : " or pool '" + demand.otherPool() + "'";
        return "pool '" + demand.pool() + "'" + other;
    }
}
