package io.signalbox.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A process that something happens to.
 *
 * @param pid its id
 */
record Victim(long pid) {

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        signal("KILL");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !isAlive());
    }

    /** Stops it in mid-step, as a frozen host does. */
    void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    void resume() {
        signal("CONT");
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Not so for what is dead and waits for a frozen parent to take note of it. */
    boolean hasProgram() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).isPresent();
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
