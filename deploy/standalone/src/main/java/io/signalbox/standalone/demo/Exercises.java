package io.signalbox.standalone.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tasks of the demonstration. */
final class Exercises {
    /** How many lines the talkative task writes. */
    static final int LINES = 20_000;

    /** A tag that no runner has. */
    static final String MISSING_TAG = "gpu";

    private Exercises() {}

    /**
     * A real job: gets this repository, compiles one of its modules and packs the classes.
     *
     * @param checkout the repository
     * @param libraries folder of the jars that the module is compiled against
     * @param jdk home of the JDK
     */
    static Exercise build(Path checkout, Path libraries, Path jdk) {
        boolean cloneable = Files.exists(checkout.resolve(".git"));
        var environment =
                Map.of("CHECKOUT", checkout.toString(), "LIBRARIES", libraries.toString(), "JAVA_HOME", jdk.toString());
        var spec = Map.of(
                "name", "build",
                "env", environment,
                "prologue", List.of("export PATH=\"$JAVA_HOME/bin:$PATH\""),
                "commands", buildCommands(cloneable),
                "tags", List.of("local"));
        var purpose =
                "A real job: it %s this repository, compiles a module and packs the classes. `cd` lasts from command to command."
                        .formatted(cloneable ? "clones" : "copies (for want of git)");
        return new Exercise("build", purpose, spec, "passed", 0);
    }

    private static List<String> buildCommands(boolean cloneable) {
        return List.of(
                cloneable
                        ? "git clone --quiet --depth 1 \"file://$CHECKOUT\" source"
                        : "mkdir source && cp -R \"$CHECKOUT/shared-model\" source/",
                "cd source/shared-model",
                "javac -proc:none -d classes -cp \"$LIBRARIES/*\" $(find src/main/java -name '*.java')",
                "jar --create --file model.jar -C classes .",
                "echo \"$(jar --list --file model.jar | grep -c 'class$') classes in $(wc -c < model.jar) bytes\"");
    }

    static Exercise failure() {
        var commands = List.of(
                "echo 'test 1 of 2: ok'", "echo 'test 2 of 2: expected 4, got 5'", "exit 3", "echo 'never reached'");
        return new Exercise(
                "failing test",
                "A task that fails on purpose: the first command that does not end with 0 ends the task with its exit code.",
                Map.of("name", "failing test", "commands", commands, "tags", List.of("local")),
                "failed",
                3);
    }

    static Exercise manyLines() {
        return new Exercise(
                "many lines",
                "A task that writes %d lines at once: the log is kept whole and in order.".formatted(LINES),
                Map.of("name", "many lines", "commands", List.of("seq 1 " + LINES), "tags", List.of("local")),
                "passed",
                0);
    }

    static Map<String, ?> unservable() {
        return Map.of("name", "needs a GPU", "commands", List.of("nvidia-smi"), "tags", List.of(MISSING_TAG));
    }
}
