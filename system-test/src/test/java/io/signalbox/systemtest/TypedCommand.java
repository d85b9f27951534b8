package io.signalbox.systemtest;

import io.signalbox.testkit.infra.cluster.Checkout;
import io.signalbox.testkit.infra.cluster.Victim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code bin/signalbox}, typed by somebody who has no terminal. */
final class TypedCommand implements AutoCloseable {
    private static final long SECONDS = 150;

    private final Process process;
    private final Path out;
    private final Path err;

    private TypedCommand(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static TypedCommand start(Checkout checkout, Map<String, String> environment, String... words) {
        try {
            Path out = Files.createTempFile("signalbox", ".out");
            Path err = Files.createTempFile("signalbox", ".err");
            return new TypedCommand(checkout.start(out, err, environment, "signalbox", words), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code, as soon as it has ended. */
    int exitCode() {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("signalbox does not end; it said: " + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signalbox ran", e);
        }
    }

    /** What Ctrl-C does. */
    void interrupt() {
        new Victim(process.pid()).interrupt();
    }

    /** Its standard output so far; each byte is a character. */
    String out() {
        return read(out);
    }

    /** Its standard error so far. */
    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(out);
        Files.delete(err);
    }
}
