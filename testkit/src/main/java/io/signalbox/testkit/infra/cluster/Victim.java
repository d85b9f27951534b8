package io.signalbox.testkit.infra.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A process that something happens to.
 *
 * @param pid its id
 */
public record Victim(long pid) {

    /** {@code kill -9}; returns when it is gone. */
    public void kill() {
        signal("KILL");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !isAlive());
    }

    /** What Ctrl-C does. */
    public void interrupt() {
        signal("INT");
    }

    /** Stops it in mid-step, as a frozen host does. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void resume() {
        signal("CONT");
    }

    /** Whether the system still knows it. */
    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Not so for what is dead and waits for a frozen parent to take note of it. */
    public boolean hasProgram() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).isPresent();
    }

    /** Of what it is a process. */
    public Path program() {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(Path::of)
                .orElseThrow();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
