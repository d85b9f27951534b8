package io.signalbox.gateway.task.submit;

/** How many tasks wait, as far as this gateway knows. Never blocks. */
public interface Backlog {

    /** Whether another task may be taken. */
    boolean hasRoom();

    /** The most that may wait. */
    long limit();

    /** Another task was stored. */
    void grew();
}
