package io.signalbox.scheduler.loop.sweep;

import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.RunnerReading;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads relays and runners: relays and the runners that have a live attempt each second, all runners as often as their number
 * bears, and with them the policies, which are told when they changed. Beats keep leases only by being read (C8). Not safe for use by many threads.
 */
public final class SweepFleet implements Runnable {

    private final FleetReader fleet;
    private final LiveRunners live;
    private final Consumer<Command> commands;
    private final Pace allPace;
    private @Nullable Policies told;
    private final Pace livePace;

    /**
     * @param fleet from where
     * @param live the runners that have a live attempt
     * @param nanoTime the monotonic clock
     * @param commands hears what was read
     */
    public SweepFleet(FleetReader fleet, LiveRunners live, LongSupplier nanoTime, Consumer<Command> commands) {
        this.fleet = fleet;
        this.live = live;
        this.commands = commands;
        this.allPace = new Pace(nanoTime, Duration.ofSeconds(2), Duration.ZERO);
        this.livePace = new Pace(nanoTime, Duration.ofSeconds(1), Duration.ZERO);
    }

    @Override
    public void run() {
        List<RelayReading> relays = fleet.relays();
        commands.accept(new Command.RelaysRead(relays));
        allPace.run(() -> {
            tell(fleet.runners());
            tellPolicies();
        });
        livePace.run(() -> tell(fleet.runners(live.all())));
    }

    private void tellPolicies() {
        Policies read = fleet.policies();
        if (!read.equals(told)) {
            commands.accept(new Command.PoliciesRead(read));
            told = read;
        }
    }

    private void tell(List<RunnerReading> runners) {
        commands.accept(new Command.RunnersRead(runners));
    }
}
