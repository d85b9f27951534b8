package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.model.message.RelayCommand.StopTask.Stop;
import io.signalbox.scheduler.simulation.Fault;
import io.signalbox.scheduler.simulation.store.Weather;
import io.signalbox.scheduler.simulation.world.SimSlot.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a gateway that runners talk to: what it knows of the slots that it serves is gone when it dies. */
final class SimRelay {
    final RelayId id;
    final Set<AttemptId> stops = new HashSet<>();
    private final Weather weather;
    private final List<Heard> inbox = new ArrayList<>();
    private final Map<SimSlot, View> views = new HashMap<>();
    private Epoch epochSeen = new Epoch(0);
    private long renewal = 1;
    /** Until when it cannot reach the store. */
    long cutUntil;

    SimRelay(int number, Weather weather) {
        this.id = new RelayId("r-" + number);
        this.weather = weather;
    }

    /** A message of a leader. */
    sealed interface Heard {
        /** Its epoch. */
        Epoch epoch();

        record Assign(Epoch epoch, Assignment assignment) implements Heard {}

        record StopIt(Epoch epoch, Stop stop) implements Heard {}

        record Snapshot(Epoch epoch) implements Heard {}
    }

    /** What it knows of a slot. */
    static final class View {
        /** When it heard of the slot last: after a while its memory may be outlived. */
        long heardAt;

        /** The sync that it holds, and with that the generation; nothing: it did not serve the slot last. */
        long held;

        @Nullable
        Assignment offered;

        /** Claimed here or found in the store: nothing else is claimed while it may live (C1). */
        @Nullable
        Work claimed;

        /** Claimed for the held sync; the task is still to be read. */
        @Nullable
        Work giving;
    }

    Epoch epochSeen() {
        return epochSeen;
    }

    long renewal() {
        return renewal;
    }

    void renew() {
        renewal++;
    }

    View view(SimSlot slot) {
        return views.computeIfAbsent(slot, _ -> new View());
    }

    /** Another gateway serves the slot now. */
    void forget(SimSlot slot) {
        views.remove(slot);
    }

    void hear(Heard message) {
        inbox.add(message);
    }

    boolean hasMail() {
        return !inbox.isEmpty();
    }

    /** Takes a message, and heeds none of an outlived leader (C15). */
    @Nullable
    Heard take() {
        Heard message = inbox.remove(weather.isFair() ? 0 : weather.draw(inbox.size()));
        if (message.epoch().compareTo(epochSeen) < 0) {
            return weather.is(Fault.LOWER_EPOCH_HEARD) ? message : null;
        }
        epochSeen = message.epoch();
        return message;
    }
}
