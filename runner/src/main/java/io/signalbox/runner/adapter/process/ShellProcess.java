package io.signalbox.runner.adapter.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The process that a shell is, wherever it runs, with everything that it started. */
public interface ShellProcess {
    /** Completed with its status when it has ended: 0 to 255. */
    CompletableFuture<Integer> ended();

    /** Asks all of it to end, and kills what has not after {@code grace}. Blocks until nothing is left; may be repeated, from any thread. */
    void end(Duration grace);
}
