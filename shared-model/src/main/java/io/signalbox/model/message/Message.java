package io.signalbox.model.message;

/**
 * Something one service tells another. It carries speed, never truth: whoever receives it reads the store, and whoever misses it is
 * found by a sweep. At most {@link #MAX_ENTRIES} entries travel in one.
 */
public sealed interface Message permits SchedulerCommand, RelayCommand, EventBell, LogBell, LeaderHint, DeadLetter {
    /** How many entries one message may carry. */
    int MAX_ENTRIES = 100;
}
