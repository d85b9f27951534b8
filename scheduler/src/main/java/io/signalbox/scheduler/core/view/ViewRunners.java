package io.signalbox.scheduler.core.view;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.lease.LiveAttempts;
import io.signalbox.scheduler.core.runner.Fleet;
import io.signalbox.scheduler.core.runner.Relays;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.standing.Standing;
import io.signalbox.scheduler.core.view.RunnerView.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at all runners, and only at those anew that have changed since it looked before: of many runners few change at a time. */
public final class ViewRunners {
    private final Fleet fleet;
    private final Relays relays;
    private final LiveAttempts lives;
    /** In the order of the fleet, to which others are only ever added at its end. */
    private List<Seen> seen = List.of();

    private Set<RelayId> usable = Set.of();

    /** Looks at the runners of {@code fleet} with the attempts that are live on them. */
    public ViewRunners(Fleet fleet, Relays relays, LiveAttempts lives) {
        this.fleet = fleet;
        this.relays = relays;
        this.lives = lives;
    }

    /** A runner as it looked after so many changes. */
    private record Seen(Runner runner, long changes, Standing trust, RunnerView view) {
        boolean isStill() {
            return changes == runner.changes() && trust == runner.reputation().trust();
        }
    }

    /** All of them as they are now. */
    public List<RunnerView> all() {
        Set<RelayId> before = usable;
        usable = relays.usable();
        return look(usable.equals(before) ? seen : List.of());
    }

    private List<RunnerView> look(List<Seen> before) {
        List<Seen> now = new ArrayList<>(fleet.runners().size());
        List<RunnerView> views = new ArrayList<>(fleet.runners().size());
        int place = 0;
        for (Runner runner : fleet.runners()) {
            while (place < before.size() && before.get(place).runner != runner) {
                place++;
            }
            Seen known = place < before.size() ? before.get(place) : null;
            Seen current = known != null && known.isStill() ? known : look(runner);
            now.add(current);
            views.add(current.view);
        }
        seen = now;
        return views;
    }

    private Seen look(Runner runner) {
        List<Work> work = new ArrayList<>(runner.slots().size());
        int free = 0;
        boolean known = false;
        for (Slot slot : runner.slots()) {
            boolean reachable = slot.relay() != null && usable.contains(slot.relay());
            known |= reachable;
            free += reachable && slot.isFree() ? 1 : 0;
            for (AttemptId occupant : slot.occupants()) {
                LiveAttempt live = lives.get(occupant);
                if (live != null) {
                    work.add(new Work(
                            live.task().terms(), live.attempt().assignedAt().toEpochMilli()));
                }
            }
        }
        Contact contact = known || runner.isUnreachable() ? contact(runner) : Contact.GATEWAY_UNKNOWN;
        RunnerView view = new RunnerView(
                runner.id(), runner.profile(), runner.alike(), runner.availability(), contact, free, work);
        return new Seen(runner, runner.changes(), runner.reputation().trust(), view);
    }

    private static Contact contact(Runner runner) {
        return runner.isUnreachable()
                ? Contact.SILENT
                : switch (runner.reputation().trust()) {
                    case SET_ASIDE -> Contact.SET_ASIDE;
                    case PROBED -> Contact.PROBED;
                    case ONLINE, UNREACHABLE, GONE, TRUSTED -> Contact.HEARD;
                };
    }
}
