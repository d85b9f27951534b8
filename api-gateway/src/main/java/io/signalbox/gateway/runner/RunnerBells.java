package io.signalbox.gateway.runner;

/** Tells others that people changed something about a runner; the store says so already. Never blocks. */
public interface RunnerBells {

    /** Pause or drain changed: tells the relay that holds it. */
    void decided(Runner runner);

    /** It was removed: tells the scheduler, too. */
    void removed(Runner runner);
}
