package io.signalbox.scheduler.loop.census;

import java.util.List;

/** Counts tasks. Blocks, and throws when the store does not answer. */
@FunctionalInterface
public interface TaskCensus {

    /** The tasks that are not terminal, by state and pool. */
    List<CensusEntry> count();
}
