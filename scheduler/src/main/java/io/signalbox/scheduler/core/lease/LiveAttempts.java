package io.signalbox.scheduler.core.lease;

import io.signalbox.model.id.AttemptId;
import io.signalbox.scheduler.core.time.Deadlines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every live attempt, in the order in which they became live, and when each must be looked at. */
public final class LiveAttempts {
    private final Map<AttemptId, LiveAttempt> attempts = new LinkedHashMap<>();
    private final Deadlines<LiveAttempt> looks = new Deadlines<>();

    public void add(LiveAttempt attempt) {
        attempts.put(attempt.id(), attempt);
    }

    public @Nullable LiveAttempt get(AttemptId id) {
        return attempts.get(id);
    }

    public void remove(LiveAttempt attempt) {
        attempts.remove(attempt.id());
        looks.clear(attempt);
    }

    /** All of them, as they are now. */
    public List<LiveAttempt> all() {
        return new ArrayList<>(attempts.values());
    }

    /** Looks at {@code attempt} when the monotonic clock shows {@code millis}. */
    public void lookAt(LiveAttempt attempt, long millis) {
        looks.set(attempt, millis);
    }

    /** Does not look at it any more. */
    public void lookAway(LiveAttempt attempt) {
        looks.clear(attempt);
    }

    /** The next that must be looked at by {@code millis}; null when none must. */
    public @Nullable LiveAttempt due(long millis) {
        return looks.poll(millis);
    }
}
