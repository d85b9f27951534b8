package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.Strategy;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The runners of a class that have free slots, by how many they have. Among equals the one that has been so longest comes first. */
final class Roster {
    /** How many runners are remembered for having run a project lately. */
    private static final int REMEMBERED = 8;

    private static final Deque<Runner> NOBODY = new ArrayDeque<>(0);

    private final Map<Runner, Seat> seats = new HashMap<>();
    /** By number of free slots: the runners, and whether there are any. */
    private final List<SequencedSet<Seat>> byRoom = new ArrayList<>();

    private final BitSet rooms = new BitSet();
    private final Map<ProjectName, Deque<Runner>> lately = new HashMap<>();

    /** A runner with its free slots; the one that has been free longest is given first. */
    private static final class Seat {
        private final Runner runner;
        private final List<Slot> free = new ArrayList<>(2);

        Seat(Runner runner) {
            this.runner = runner;
        }

        int room() {
            return free.size();
        }
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    void add(Slot slot) {
        Seat seat = seats.get(slot.runner());
        if (seat == null) {
            seat = new Seat(slot.runner());
            seats.put(seat.runner, seat);
        } else {
            leave(seat);
        }
        seat.free.add(slot);
        enter(seat);
    }

    void remove(Slot slot) {
        Seat seat = seats.get(slot.runner());
        if (seat == null || !seat.free.contains(slot)) {
            return;
        }
        leave(seat);
        seat.free.remove(slot);
        if (seat.room() == 0) {
            seats.remove(seat.runner);
        } else {
            enter(seat);
        }
    }

    /** How many free slots the runner has that {@code strategy} would take. */
    int bestRoom(Strategy strategy) {
        return switch (strategy) {
            case SPREAD -> rooms.length() - 1;
            case PACK -> rooms.nextSetBit(0);
        };
    }

    /** A slot for a task of {@code project}, by {@code strategy}; there must be one. */
    Slot take(Strategy strategy, ProjectName project) {
        int room = bestRoom(strategy);
        Seat warm = strategy == Strategy.SPREAD ? warm(project, room) : null;
        Seat seat = warm == null ? byRoom.get(room).getFirst() : warm;
        Slot slot = seat.free.getFirst();
        remove(slot);
        remember(project, seat.runner);
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
        if (known.peekFirst() == runner) {
            return;
        }
        known.remove(runner);
        known.addFirst(runner);
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
    }

    private void enter(Seat seat) {
        while (byRoom.size() <= seat.room()) {
            byRoom.add(new LinkedHashSet<>(4));
        }
        byRoom.get(seat.room()).add(seat);
        rooms.set(seat.room());
    }

    private void leave(Seat seat) {
        SequencedSet<Seat> peers = byRoom.get(seat.room());
        peers.remove(seat);
        rooms.set(seat.room(), !peers.isEmpty());
    }
}
