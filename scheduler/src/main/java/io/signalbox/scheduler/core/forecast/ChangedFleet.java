package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.outlook.FleetChange.Addition;
import io.signalbox.model.spec.Executor;
import io.signalbox.model.spec.SentFolder;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.RunnerView.Contact;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The runners of a snapshot with some that drain and some that come: these are as the newest of their pool is, or was. */
final class ChangedFleet {
    /** What our runner can do anywhere. */
    private static final Set<String> OF_EACH = Set.of(Executor.Shell.DEFAULT.tag(), SentFolder.TAG);

    private ChangedFleet() {}

    static List<RunnerView> of(Snapshot snapshot, FleetChange change) {
        Set<RunnerId> drained = Set.copyOf(change.drain());
        List<RunnerView> runners = new ArrayList<>();
        snapshot.runners().forEach(runner -> runners.add(drained.contains(runner.id()) ? runner.drained() : runner));
        for (Addition addition : change.add()) {
            Runner.Profile profile = profile(snapshot, addition);
            int slots = slots(snapshot, addition);
            for (int number = 0; number < addition.runners(); number++) {
                runners.add(new RunnerView(
                        new RunnerId("00000000-0000-4000-8000-%012d".formatted(runners.size())),
                        profile,
                        profile,
                        Availability.OPEN,
                        Contact.HEARD,
                        slots,
                        List.of()));
            }
        }
        return runners;
    }

    private static Runner.Profile profile(Snapshot snapshot, Addition addition) {
        Runner.Profile mould = snapshot.pool(addition.pool()).mould();
        var tags = new TreeSet<String>();
        if (addition.tags() != null) {
            tags.addAll(addition.tags());
            tags.addAll(OF_EACH);
        } else {
            tags.addAll(mould == null ? OF_EACH : mould.tags());
        }
        tags.add(addition.pool().value());
        return new Runner.Profile("", addition.pool(), List.copyOf(tags), mould == null ? List.of() : mould.projects());
    }

    private static int slots(Snapshot snapshot, Addition addition) {
        return addition.slots() != null
                ? addition.slots()
                : snapshot.runners().stream()
                        .filter(runner -> runner.profile().pool().equals(addition.pool()))
                        .mapToInt(RunnerView::slots)
                        .filter(slots -> slots > 0)
                        .max()
                        .orElse(1);
    }
}
