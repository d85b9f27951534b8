package io.signalbox.scheduler.world;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RunnerId;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.loop.sweep.FleetReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A fleet that stands still, and remembers what was read of it. */
public final class StandingFleet implements FleetReader {

    private final List<RunnerReading> runners;
    private final List<String> readings = new ArrayList<>();

    public StandingFleet(RunnerReading... runners) {
        this.runners = List.of(runners);
    }

    @Override
    public List<RelayReading> relays() {
        readings.add("relays");
        return List.of(new RelayReading(Sample.RELAY, 1, new Epoch(1)));
    }

    @Override
    public List<RunnerReading> runners() {
        readings.add("all");
        return runners;
    }

    @Override
    public List<RunnerReading> runners(Collection<RunnerId> ids) {
        readings.add("some " + ids.size());
        return runners.stream().filter(it -> ids.contains(it.runner())).toList();
    }

    /** What was read, in order. */
    public List<String> readings() {
        return readings;
    }

    @Override
    public Policies policies() {
        return Policies.NONE;
    }
}
