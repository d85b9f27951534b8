package io.signalbox.scheduler.core.view;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.lease.LiveAttempts;
import io.signalbox.scheduler.core.runner.Fleet;
import io.signalbox.scheduler.core.runner.Relays;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.view.RunnerView.Contact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at all runners, and only at those anew that have changed since it looked before: of many runners few change at a time. */
public final class ViewRunners {
    private final Fleet fleet;
    private final Relays relays;
    private final LiveAttempts lives;
    /** In the order of the fleet, to which others are only ever added at its end. */
    private final Map<Runner, RunnerView> seen = new LinkedHashMap<>();

    private Set<RelayId> usable = Set.of();

    /** Looks at the runners of {@code fleet} with the attempts that are live on them; nobody else may. */
    public ViewRunners(Fleet fleet, Relays relays, LiveAttempts lives) {
        this.fleet = fleet;
        this.relays = relays;
        this.lives = lives;
    }

    /** All of them as they are now. */
    public List<RunnerView> all() {
        List<Runner> changed = fleet.takeChanged();
        Set<RelayId> before = usable;
        usable = relays.usable();
        if (usable.equals(before)) {
            changed.forEach(this::update);
        } else {
            seen.clear();
            fleet.runners().forEach(this::update);
        }
        return List.copyOf(seen.values());
    }

    /** All of them, looked at as if for the first time. */
    List<RunnerView> anew() {
        usable = relays.usable();
        return fleet.runners().stream().map(this::look).toList();
    }

    private void update(Runner runner) {
        if (runner.equals(fleet.runner(runner.id()))) {
            seen.put(runner, look(runner));
        } else {
            seen.remove(runner);
        }
    }

    private RunnerView look(Runner runner) {
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
        return new RunnerView(
                runner.id(), runner.profile(), runner.alike(), runner.availability(), contact, free, work);
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
