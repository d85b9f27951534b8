package io.signalbox.scheduler.core.runner;

/** Whether a runner takes new tasks, as its owner and the gateway say. */
public enum Availability {
    OPEN,
    /** Its owner paused it. */
    PAUSED,
    /** It said that it wants nothing new at present: its disk is full, say. */
    UNREADY,
    /** It finishes what it has and takes nothing more. */
    DRAINING,
    /** It said goodbye. */
    DISCONNECTED
}
