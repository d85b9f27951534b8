package io.signalbox.scheduler.core.task;

import java.util.Locale;

/** What can move a task from one state to the next. */
public enum Trigger {
    /** A free slot fits. */
    ASSIGN,
    /** A new leader makes a live task its own (C15). */
    STAMP,
    /** A relay claimed the start (C1). */
    CLAIM,
    /** The assignment was taken back before it ran (C1). */
    WITHDRAW,
    /** The runner reported the end. */
    FINISH,
    /** The runner, or its memory of the attempt, is gone (C6, C8). */
    LOSE,
    /** Its stop was never confirmed (C13). */
    ABANDON,
    /** A user wants it to end (C12). */
    CANCEL,
    /** Others with its concurrency key were before it, and it does not want to wait for them. */
    REJECT,
    /** It waited too long. */
    EXPIRE,
    /** An attempt runs too long although its runner should have ended it. */
    OVERRUN,
    /** The lost attempt showed life: the next one waits longer (C9). */
    POSTPONE,
    /** The agent that lost the attempt has ended its session: the next one need not wait for it (C10). */
    RELEASE;

    /** Its name in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
