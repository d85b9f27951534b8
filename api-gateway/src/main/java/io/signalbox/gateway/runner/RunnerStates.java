package io.signalbox.gateway.runner;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the scheduler says of runners. Blocks for a round trip. */
@FunctionalInterface
public interface RunnerStates {

    /** The state of each of these that it has said something of. */
    Map<RunnerId, State> of(Collection<RunnerId> runners);

    /**
     * What it says of one.
     *
     * @param presence {@code online}, {@code unreachable} or {@code gone}
     * @param setAside by slot, the attempt whose stop was never confirmed (C13)
     * @param distrust why it gets no tasks, or one at a time; absent: it gets whatever fits
     */
    record State(
            String presence,
            Map<Integer, AttemptId> setAside,
            @Nullable String distrust) {
        static final State ONLINE = new State("online", Map.of(), null);

        /** The slot still has the attempt for which it was set aside. */
        boolean isSetAside(StoredSlot slot) {
            return slot.attempt()
                    .filter(attempt -> attempt.equals(setAside.get(slot.number())))
                    .isPresent();
        }
    }
}
