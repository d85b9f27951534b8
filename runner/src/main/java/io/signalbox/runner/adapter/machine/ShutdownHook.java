package io.signalbox.runner.adapter.machine;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs the last thing that a runner does, such as to end the machine. */
public final class ShutdownHook {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private ShutdownHook() {}

    /** Blocks until the script has ended, but no longer than a minute; what to tell of it. Its output is the runner's own. */
    public static String run(Path script) {
        try {
            Process process = new ProcessBuilder("bash", script.toString())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return "Ended the shutdown hook with status " + process.exitValue();
            }
            process.destroyForcibly();
            return "Killed the shutdown hook, which took longer than " + LIMIT;
        } catch (IOException e) {
            return "Failed to run the shutdown hook: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Left the shutdown hook: the runner was interrupted";
        }
    }
}
