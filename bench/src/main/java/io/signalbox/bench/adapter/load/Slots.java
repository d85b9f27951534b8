package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.SimulatedRunner;
import io.signalbox.bench.adapter.http.Work;
import java.util.ArrayList;
import java.util.List;

/** Slots in this process that speak the real protocol over TLS and start no process, as many to a runner as fleets have. */
public final class Slots implements AutoCloseable {
    private static final int OF_A_RUNNER = 8;

    private final List<SimulatedRunner> runners = new ArrayList<>();

    /** Registers runners with {@code slots} together, which pass their tasks at once; blocks until they are. */
    public Slots(Installation installation, int slots) {
        this(installation, slots, Work.NONE);
    }

    /** Registers runners with {@code slots} together, which do this {@code work}; blocks until they are. */
    public Slots(Installation installation, int slots, Work work) {
        for (int i = 0; i * OF_A_RUNNER < slots; i++) {
            int own = Math.min(OF_A_RUNNER, slots - i * OF_A_RUNNER);
            runners.add(SimulatedRunner.start(installation, "bench-" + System.nanoTime(), own, work));
        }
    }

    @Override
    public void close() {
        runners.forEach(SimulatedRunner::close);
    }
}
