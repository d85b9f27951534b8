package io.signalbox.runner.adapter.process.channel;

import io.signalbox.runner.adapter.process.platform.Platform;
import io.signalbox.runner.execution.Shells.Output;
import io.signalbox.runner.job.Place.Console;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Everything between the runner and one shell: commands, their ends, and the output on its way to the log. */
public final class Channels implements Closeable {
    private static final String NO_TERMINAL = "Signalbox knows no terminals on this system: the task runs on a pipe.\n";

    private final ShellPipes pipes;
    private final OutputEnd way;
    private final OutputPump pump;

    private Channels(ShellPipes pipes, OutputEnd way, Output output) {
        this.pipes = pipes;
        this.way = way;
        this.pump = new OutputPump(way, output);
        pump.start();
    }

    /** With pipes in a folder of their own below {@code parent}; what comes through them goes to {@code output} from now on. */
    public static Channels open(Path parent, Console console, Output output) throws IOException {
        ShellPipes pipes = ShellPipes.create(parent);
        try {
            return new Channels(pipes, way(console, pipes, output), output);
        } catch (IOException e) {
            pipes.close();
            throw e;
        }
    }

    private static OutputEnd way(Console console, ShellPipes pipes, Output output) throws IOException {
        return switch (console) {
            case PIPE -> pipes.output();
            case TERMINAL -> terminal(pipes, output);
        };
    }

    private static OutputEnd terminal(ShellPipes pipes, Output output) throws IOException {
        return switch (Platform.here().terminal()) {
            case PSEUDO -> PseudoTerminal.open();
            case NONE -> {
                byte[] line = NO_TERMINAL.getBytes(StandardCharsets.UTF_8);
                output.write(line, line.length);
                yield pipes.output();
            }
        };
    }

    /** A folder of the runner's own, which goes with the channels. */
    public Path folder() {
        return pipes.folder();
    }

    /** From the runner to the shell. */
    public NamedPipe commands() {
        return pipes.commands();
    }

    /** From the shell to the runner. */
    public NamedPipe control() {
        return pipes.control();
    }

    /** What the shell is to write its output to. */
    public Path output() {
        return way.path();
    }

    /** Lets every user at them; the folder that they are in is private, and a container sees nothing but them. */
    public void share() throws IOException {
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Path end : List.of(commands().path(), control().path(), output())) {
            Files.setPosixFilePermissions(end, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
    }

    /** Returns when everything written so far has reached the log. */
    public void drain() throws IOException {
        pump.drain();
    }

    /** Returns when everything written so far has reached the log; what is written later is lost. */
    @Override
    public void close() throws IOException {
        try {
            pump.finish();
        } finally {
            way.close();
            pipes.close();
        }
    }
}
