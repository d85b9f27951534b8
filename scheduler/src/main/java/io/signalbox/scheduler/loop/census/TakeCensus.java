package io.signalbox.scheduler.loop.census;

import io.signalbox.scheduler.loop.duty.Duty;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Counts every 15 seconds while this process leads, so that exactly one process shows the figures. Starting and stopping are idempotent. */
public final class TakeCensus implements AutoCloseable {

    private final TaskCensus census;
    private final BooleanSupplier leading;
    private final Consumer<List<CensusEntry>> show;
    private final Duty duty = new Duty("take-census", Duration.ofSeconds(15), this::round);

    /**
     * @param census counts
     * @param leading whether this process leads
     * @param show shows what was counted
     */
    public TakeCensus(TaskCensus census, BooleanSupplier leading, Consumer<List<CensusEntry>> show) {
        this.census = census;
        this.leading = leading;
        this.show = show;
    }

    /** Begins to count. */
    public void start() {
        duty.start();
    }

    /** Counts once. */
    public void round() {
        show.accept(leading.getAsBoolean() ? census.count() : List.of());
    }

    @Override
    public void close() {
        duty.close();
    }
}
