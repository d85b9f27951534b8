package io.signalbox.runner.adapter.process.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to run: in a session of its own, with standard input at its end and both outputs at one place.
 *
 * @param command its name, which is looked for where the runner's own programs are, and its arguments
 * @param env all of its environment
 * @param folder where it begins
 * @param output what both outputs are appended to
 */
public record Program(List<String> command, Map<String, String> env, Path folder, Path output) {
    public Program {
        command = List.copyOf(command);
        env = Map.copyOf(env);
    }
}
