package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.Strategy;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The runners of a class that have free slots, by how many they have. Among equals the one that has been so longest comes first. */
final class Roster {
    /** How many runners are remembered for having run a project lately. */
    private static final int REMEMBERED = 8;

    private static final Deque<Runner> NOBODY = new ArrayDeque<>(0);

    private final Map<Runner, Seat> seats = new HashMap<>();
    private final NavigableMap<Integer, SequencedSet<Seat>> byRoom = new TreeMap<>();
    private final Map<ProjectName, Deque<Runner>> lately = new HashMap<>();
    private int slots;

    boolean isEmpty() {
        return slots == 0;
    }

    void add(Slot slot) {
        Seat seat = seats.computeIfAbsent(slot.runner(), Seat::new);
        move(seat, () -> seat.free().add(slot));
        slots++;
    }

    void remove(Slot slot) {
        Seat seat = seats.get(slot.runner());
        if (seat != null && seat.free().contains(slot)) {
            move(seat, () -> seat.free().remove(slot));
            slots--;
        }
    }

    /** How many free slots the runner has that {@code strategy} would take. */
    int bestRoom(Strategy strategy) {
        return switch (strategy) {
            case SPREAD -> byRoom.lastKey();
            case PACK -> byRoom.firstKey();
        };
    }

    /** A slot for a task of {@code project}, by {@code strategy}; there must be one. */
    Slot take(Strategy strategy, ProjectName project) {
        int room = bestRoom(strategy);
        Seat warm = strategy == Strategy.SPREAD ? warm(project, room) : null;
        Seat seat = warm == null
                ? Objects.requireNonNull(byRoom.get(room), "a runner with free slots")
                        .getFirst()
                : warm;
        Slot slot = seat.free().getFirst();
        remove(slot);
        remember(project, seat.runner());
        return slot;
    }

    private @Nullable Seat warm(ProjectName project, int room) {
        for (Runner runner : lately.getOrDefault(project, NOBODY)) {
            Seat seat = seats.get(runner);
            if (seat != null && seat.room() == room) {
                return seat;
            }
        }
        return null;
    }

    private void remember(ProjectName project, Runner runner) {
        Deque<Runner> known = lately.computeIfAbsent(project, it -> new ArrayDeque<>(REMEMBERED));
        known.remove(runner);
        known.addFirst(runner);
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
    }

    private void move(Seat seat, Runnable change) {
        leave(seat);
        change.run();
        if (seat.room() == 0) {
            seats.remove(seat.runner());
        } else {
            byRoom.computeIfAbsent(seat.room(), room -> new LinkedHashSet<>()).add(seat);
        }
    }

    private void leave(Seat seat) {
        SequencedSet<Seat> peers = byRoom.get(seat.room());
        if (peers != null && peers.remove(seat) && peers.isEmpty()) {
            byRoom.remove(seat.room());
        }
    }
}
