package io.signalbox.runner.adapter.process.channel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps one set of pipes ready, so that making them does not stand between a task and its first command. Nothing is left behind by {@link #close}. */
public final class PipeStock implements Closeable {
    private final Path parent;
    private @Nullable CompletableFuture<Optional<ShellPipes>> next;
    private boolean closed;

    /** Pipes in folders below {@code parent}. */
    public PipeStock(Path parent) {
        this.parent = parent;
    }

    /** The ready one, the one in the making, or else a new one. */
    public ShellPipes take() throws IOException {
        Optional<ShellPipes> pipes = takeNext();
        return pipes.isPresent() ? pipes.get() : ShellPipes.create(parent);
    }

    /** Makes one in the background if there is none: when a task has ended, for at its start the cores have better things to do. */
    public synchronized void refill() {
        if (next == null && !closed) {
            next = CompletableFuture.supplyAsync(this::make, Thread.ofVirtual().name("pipe-stock")::start);
        }
    }

    private Optional<ShellPipes> make() {
        try {
            return Optional.of(ShellPipes.create(parent));
        } catch (IOException e) {
            // The next task makes its own and tells what is wrong.
            return Optional.empty();
        }
    }

    private Optional<ShellPipes> takeNext() {
        CompletableFuture<Optional<ShellPipes>> making = forgetNext();
        return making == null ? Optional.empty() : making.join();
    }

    private synchronized @Nullable CompletableFuture<Optional<ShellPipes>> forgetNext() {
        CompletableFuture<Optional<ShellPipes>> making = next;
        next = null;
        return making;
    }

    @Override
    public void close() throws IOException {
        refuse();
        Optional<ShellPipes> pipes = takeNext();
        if (pipes.isPresent()) {
            pipes.get().close();
        }
    }

    private synchronized void refuse() {
        closed = true;
    }
}
