package io.signalbox.gateway.runner;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.relay.HealthSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A runner as clients see it.
 *
 * @param state {@code online}, {@code unreachable}, {@code gone}; after a goodbye it is shown as such
 * @param registrationToken id of the token that it came with
 * @param unready why it wants no new task at present
 * @param setAside why the scheduler gives it no task, or one at a time
 * @param health the newest samples of its machine, oldest first
 */
record RunnerView(
        RunnerId id,
        String name,
        PoolName pool,
        String state,
        boolean paused,
        boolean draining,
        List<String> tags,
        List<ProjectName> projects,
        String version,
        String os,
        String arch,
        String hostname,
        boolean singleJob,
        Instant registeredAt,
        @Nullable Instant disconnectedAt,
        String registrationToken,
        @Nullable String unready,
        @Nullable String setAside,
        List<HealthSample> health,
        List<SlotView> slots) {
    private static final String DISCONNECTED = "disconnected";
    private static final List<String> STATES = List.of("online", "unreachable", "gone", DISCONNECTED);

    /**
     * One slot.
     *
     * @param number which
     * @param busy whether it says that it runs something
     * @param setAside whether it takes nothing until it says that it is idle, since it never confirmed a stop
     * @param task what lives on it; shown for a single runner only
     */
    record SlotView(
            int number,
            boolean busy,
            boolean setAside,
            @Nullable TaskId task) {}

    /** The state of this name. */
    static String state(String text) {
        if (!STATES.contains(text)) {
            throw new IllegalArgumentException("a state must be one of " + STATES);
        }
        return text;
    }

    static RunnerView of(Runner runner, RunnerStates.State said, Map<Integer, TaskId> work) {
        return new RunnerView(
                runner.id(),
                runner.name(),
                runner.pool(),
                runner.disconnectedAt().isPresent() ? DISCONNECTED : said.presence(),
                runner.availability().paused(),
                runner.availability().draining(),
                runner.tags(),
                runner.projects(),
                runner.host().version(),
                runner.host().os(),
                runner.host().arch(),
                runner.host().hostname(),
                runner.manners().singleJob(),
                runner.registeredAt(),
                runner.disconnectedAt().orElse(null),
                runner.credentials().registrationToken(),
                runner.condition().unready().orElse(null),
                said.distrust(),
                runner.condition().health(),
                runner.slots().stream()
                        .map(slot -> new SlotView(
                                slot.number(),
                                slot.attempt().isPresent(),
                                said.isSetAside(slot),
                                work.get(slot.number())))
                        .toList());
    }
}
