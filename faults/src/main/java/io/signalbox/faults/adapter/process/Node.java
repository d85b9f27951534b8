package io.signalbox.faults.adapter.process;

import io.signalbox.faults.core.plan.Version;
import io.signalbox.testkit.infra.cluster.Victim;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One process of the product, which is started as often as it must be. Its id lies in a file, for whoever cleans up after a crash. Thread-safe. */
public final class Node {
    private final String name;
    private final Map<Version, List<String>> commands;
    private final Map<String, String> environment;
    private final Path folder;
    private final BooleanSupplier ready;
    private Version version;
    private @Nullable Process process;

    Node(
            String name,
            Map<Version, List<String>> commands,
            Map<String, String> environment,
            Path folder,
            BooleanSupplier ready) {
        this.name = name;
        this.commands = commands;
        this.version = commands.containsKey(Version.EARLIER) ? Version.EARLIER : Version.PRESENT;
        this.environment = environment;
        this.folder = folder;
        this.ready = ready;
    }

    /** Starts it, unless it runs. Does not wait until it is ready. */
    public void start() {
        start(Map.of());
    }

    /** Starts it with more in its environment, for this time. */
    public synchronized void start(Map<String, String> more) {
        if (process != null && process.isAlive()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(Objects.requireNonNull(commands.get(version)))
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(
                        folder.resolve("log").resolve(name + ".log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        try {
            Process started = builder.start();
            Files.writeString(folder.resolve("pids").resolve(name), started.pid() + "\n");
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Its next start is one of this version. */
    synchronized void become(Version next) {
        version = next;
    }

    /** Whether it was started, and is no more. */
    synchronized boolean hasEnded() {
        return process != null && !process.isAlive();
    }

    /** Whether it does its work again. */
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    /** {@code kill -9}; returns when it is gone. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Asks it to end in order, and insists when it has not within {@code seconds}. */
    public synchronized void stop(long seconds) {
        if (process != null) {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, seconds, TimeUnit.SECONDS)
                    .join();
            kill();
        }
    }

    /** Freezes it. */
    public synchronized void pause() {
        if (process != null && process.isAlive()) {
            new Victim(process.pid()).pause();
        }
    }

    /** Lets it go on. */
    public synchronized void resume() {
        if (process != null && process.isAlive()) {
            new Victim(process.pid()).resume();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
