package io.signalbox.runner.adapter.process.start;

import io.signalbox.runner.adapter.process.family.Sessions;
import io.signalbox.runner.adapter.process.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Starts programs. Where the C library can do all that it takes between fork and exec, there is one exec; Java's own way has three: a helper, {@code setsid}
 * and the program.
 */
public final class Programs {
    private static final File NOTHING = new File("/dev/null");

    private Programs() {}

    /** Starts one. */
    public static Started start(Program program) throws IOException {
        return switch (Platform.here().start()) {
            case C_LIBRARY -> Spawn.start(program);
            case JAVA -> startByJava(program);
        };
    }

    static Started startByJava(Program program) throws IOException {
        var builder = new ProcessBuilder(Sessions.apart(program.command().toArray(String[]::new)))
                .directory(program.folder().toFile())
                .redirectInput(Redirect.from(NOTHING))
                .redirectOutput(Redirect.appendTo(program.output().toFile()))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(program.env());
        Process process = builder.start();
        return new Started(process.toHandle(), process.onExit().thenApply(Process::exitValue));
    }
}
