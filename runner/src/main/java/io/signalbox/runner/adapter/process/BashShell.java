package io.signalbox.runner.adapter.process;

import io.signalbox.runner.adapter.process.channel.Channels;
import io.signalbox.runner.adapter.process.channel.ControlLine;
import io.signalbox.runner.execution.CommandEnd;
import io.signalbox.runner.execution.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bash that reads one line per command from a named pipe. The line sources the command from a file, so that {@code return}, {@code declare} and
 * {@code set -e} mean what they mean in a script, and then writes the status into the control pipe, which it opens for this moment only.
 */
public final class BashShell implements Shell {
    /** How long an {@code EXIT} trap of the user may take. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);
    /** How long background processes may take to end by themselves after the last command. */
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(1);

    private final ShellProcess process;
    private final Channels channels;
    private final Runnable release;
    private final CompletableFuture<Void> announced;
    private final ReentrantLock ending = new ReentrantLock();
    private int number;
    private boolean closed;

    /** A shell that {@code process} is already, reading its commands from {@code channels}; {@code release} is called at its end. */
    public BashShell(ShellProcess process, Channels channels, Runnable release) {
        this.process = process;
        this.channels = channels;
        this.release = release;
        this.announced = process.ended().thenAccept(this::announce);
    }

    /** Lets the end of the process be read where the ends of commands are. */
    private void announce(int status) {
        try {
            channels.control().write(line("gone " + status));
        } catch (IOException e) {
            throw new UncheckedIOException("the end of the shell cannot be told", e);
        }
    }

    @Override
    public CommandEnd run(String directive) throws IOException {
        number++;
        Path file = channels.folder().resolve(Integer.toString(number));
        Files.writeString(file, directive);
        channels.commands().write(line(invocation(file)));
        CommandEnd end = awaitEnd();
        channels.drain();
        return end;
    }

    /** Tracing and verbose mode of the user must not show the second half. */
    private String invocation(Path file) {
        return "builtin . " + quoted(file) + "; { builtin printf '%s\\n' \"end " + number + " $?\" >|"
                + quoted(channels.control().path()) + "; } 2>/dev/null";
    }

    private CommandEnd awaitEnd() throws IOException {
        while (true) {
            switch (ControlLine.read(channels.control())) {
                case ControlLine.End end
                when end.number() == number -> {
                    return new CommandEnd.Returned(end.status());
                }
                case ControlLine.Gone gone -> {
                    return new CommandEnd.ShellGone(gone.status());
                }
                case ControlLine.End _, ControlLine.Noise _ -> {}
            }
        }
    }

    @Override
    public void stop(Duration grace) {
        ending.lock();
        try {
            process.end(grace);
        } finally {
            ending.unlock();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            sayFarewell();
            stop(LEFTOVER_GRACE);
            announced.join();
            channels.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the shell could not be closed", e);
        } finally {
            release.run();
        }
    }

    private void sayFarewell() throws IOException {
        if (process.ended().isDone()) {
            return;
        }
        channels.commands().write(line("builtin exit"));
        process.ended()
                .thenApply(_ -> true)
                .completeOnTimeout(false, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
