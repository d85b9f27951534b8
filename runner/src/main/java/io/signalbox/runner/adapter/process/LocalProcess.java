package io.signalbox.runner.adapter.process;

import io.signalbox.runner.adapter.process.family.ProcessTree;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A shell on this machine. */
final class LocalProcess implements ShellProcess {
    private final ProcessTree tree;
    private final CompletableFuture<Integer> ended;

    LocalProcess(ProcessTree tree, CompletableFuture<Integer> ended) {
        this.tree = tree;
        this.ended = ended;
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    @Override
    public void end(Duration grace) {
        tree.end(grace);
    }
}
