package io.signalbox.runner.slot;

import io.signalbox.model.id.AttemptId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The newest attempts that a slot has begun: an assignment that was delayed on its way must not run again what ended long ago. */
final class RecentAttempts {
    private static final int REMEMBERED = 1000;
    private final Deque<AttemptId> order = new ArrayDeque<>();
    private final Set<AttemptId> attempts = new HashSet<>();

    void add(AttemptId attempt) {
        if (attempts.add(attempt)) {
            order.addLast(attempt);
        }
        if (order.size() > REMEMBERED) {
            attempts.remove(order.removeFirst());
        }
    }

    boolean contains(AttemptId attempt) {
        return attempts.contains(attempt);
    }
}
