package io.signalbox.systemtest;

import io.signalbox.testkit.infra.cluster.Checkout;
import io.signalbox.testkit.infra.cluster.Victim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One of our runners, as a process of its own. */
final class RunnerProcess implements AutoCloseable {
    private static final long PATIENCE = 20;

    private final Process process;
    private final Path log;

    private RunnerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** By {@code program}, with these options, of which one is its name. */
    static RunnerProcess start(Checkout checkout, String program, Path home, List<String> options) {
        String name = options.get(options.indexOf("--name") + 1);
        Path log = home.resolve("log").resolve(name + ".log");
        List<String> words =
                new ArrayList<>(List.of("start", "--ca", home.resolve("ca.pem").toString()));
        words.addAll(List.of("--home", home.resolve("runners").resolve(name).toString()));
        words.addAll(options);
        RunnerProcess runner =
                new RunnerProcess(checkout.start(log, Map.of(), program, words.toArray(String[]::new)), log);
        try {
            Awaitility.await("runner " + name + " is registered")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> runner.log().contains("Ready as") || !runner.process.isAlive());
        } catch (ConditionTimeoutException e) {
            runner.close();
            throw e;
        }
        return runner;
    }

    /** {@code kill -9}. */
    void kill() {
        new Victim(process.pid()).kill();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** The status that it ends with, soon. */
    int awaitStatus() {
        return process.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join().exitValue();
    }

    Victim process() {
        return new Victim(process.pid());
    }

    /** What it has logged. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        terminate();
        process.onExit().completeOnTimeout(process, PATIENCE, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
