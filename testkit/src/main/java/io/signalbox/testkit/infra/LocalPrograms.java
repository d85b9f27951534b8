package io.signalbox.testkit.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of this machine, by the checkout's {@code bin/infra}: those that somebody keeps running with it, else some
 * of our own, which end with the test run. It installs nothing; whoever wants that runs {@code bin/infra up} before.
 */
final class LocalPrograms implements PartSource {
    private static final long PATIENCE_SECONDS = 180;

    private final Path workingFolder;
    private Map<String, String> ours = Map.of();
    private Optional<Path> script = Optional.empty();

    LocalPrograms(Path workingFolder) {
        this.workingFolder = workingFolder.toAbsolutePath();
    }

    @Override
    public Answer start(Set<Part> parts) {
        script = Stream.iterate(workingFolder, it -> it != null, Path::getParent)
                .map(it -> it.resolve("bin/infra"))
                .filter(Files::isExecutable)
                .findFirst();
        if (script.isEmpty()) {
            return new Answer.Unavailable("no bin/infra above " + workingFolder);
        }
        if (!run("status").succeeded()) {
            ours = Map.of(
                    "SIGNALBOX_INFRA_DIR",
                    workingFolder.resolve("target/infra").toString(),
                    "SIGNALBOX_INFRA_INSTALL",
                    "never");
        }
        var run = run("up");
        return run.succeeded() ? new Answer.Started(addresses(run.output())) : new Answer.Unavailable(run.lastError());
    }

    @Override
    public void close() {
        if (!ours.isEmpty()) {
            run("down");
        }
    }

    private Run run(String command) {
        try {
            var output = Files.createTempFile("infra", ".out");
            var errors = Files.createTempFile("infra", ".err");
            var builder = new ProcessBuilder(script.orElseThrow().toString(), command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(ours);
            var process = builder.start();
            var ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroy();
            var run = new Run(ended && process.exitValue() == 0, Files.readString(output), Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return run;
        } catch (IOException e) {
            return new Run(false, "", "bin/infra cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run(false, "", "bin/infra was interrupted");
        }
    }

    private static Map<Part, String> addresses(String output) {
        var addresses = new EnumMap<Part, String>(Part.class);
        for (var part : Part.values()) {
            output.lines()
                    .filter(it -> it.startsWith(part.variable() + "="))
                    .map(it -> it.substring(part.variable().length() + 1))
                    .forEach(it -> addresses.put(part, it));
        }
        return addresses;
    }

    private record Run(boolean succeeded, String output, String errors) {
        String lastError() {
            return errors.lines().reduce("", (earlier, later) -> later);
        }
    }
}
