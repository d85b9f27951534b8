package io.signalbox.runner.adapter.docker;

import io.signalbox.runner.adapter.process.ShellProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A shell that is the first process of a container: everything that it started ends with it. */
final class ContainerProcess implements ShellProcess {
    private static final int KILLED = 137;
    private static final int MOST_TRIES = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Engine engine;
    private final String container;
    private final CompletableFuture<Integer> ended;

    /** Begins to wait for its end. */
    ContainerProcess(Engine engine, String container) {
        this.engine = engine;
        this.container = container;
        this.ended = CompletableFuture.supplyAsync(
                this::await, Thread.ofPlatform().daemon().name("container")::start);
    }

    /** An engine that is restarted takes its containers with it, or still has them when it is back. */
    private int await() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                OptionalInt status = engine.await(container);
                return status.orElse(KILLED);
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return KILLED;
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    @Override
    public void end(Duration grace) {
        try {
            if (!ended.isDone() && grace.isPositive()) {
                engine.signal(container, "TERM");
                ended.thenApply(_ -> true)
                        .completeOnTimeout(false, grace.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            }
            engine.signal(container, "KILL");
            ended.join();
            engine.remove(container);
        } catch (IOException e) {
            throw new UncheckedIOException("container " + container + " could not be ended", e);
        }
    }
}
