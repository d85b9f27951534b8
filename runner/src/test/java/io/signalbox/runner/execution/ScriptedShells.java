package io.signalbox.runner.execution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shells that understand {@code return N}, {@code exit N}, {@code echo TEXT}, {@code result} and {@code wait}, which lasts until the stop. */
final class ScriptedShells implements Shells {
    final List<ScriptedShell> opened = new ArrayList<>();
    Runnable onWait = () -> {};

    @Override
    public Shell open(ShellOrder order, Output output) {
        var shell = new ScriptedShell(output);
        opened.add(shell);
        return shell;
    }

    final class ScriptedShell implements Shell {
        final List<String> commands = new ArrayList<>();
        final List<Duration> stops = new ArrayList<>();
        boolean closed;
        private final Output output;
        private String result = "none";

        private ScriptedShell(Output output) {
            this.output = output;
        }

        @Override
        public CommandEnd run(String directive) {
            commands.add(directive);
            String[] words = directive.split(" ", 2);
            return switch (words[0]) {
                case "return" -> new CommandEnd.Returned(Integer.parseInt(words[1]));
                case "exit" -> new CommandEnd.ShellGone(Integer.parseInt(words[1]));
                case "wait" -> waitForStop();
                case "export" -> export(words[1]);
                case "result" -> say(result);
                default -> say(words[1]);
            };
        }

        private CommandEnd waitForStop() {
            onWait.run();
            return new CommandEnd.ShellGone(143);
        }

        private CommandEnd export(String assignment) {
            result = assignment.substring(assignment.indexOf('=') + 1);
            return new CommandEnd.Returned(0);
        }

        private CommandEnd say(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            output.write(bytes, bytes.length);
            return new CommandEnd.Returned(0);
        }

        @Override
        public void stop(Duration grace) {
            stops.add(grace);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
