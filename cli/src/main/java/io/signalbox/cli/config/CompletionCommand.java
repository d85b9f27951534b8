package io.signalbox.cli.config;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: the script that lets the shell complete this program's words. */
@Command(name = "completion", description = "Prints the completion for bash and zsh: source <(signalbox completion).")
final class CompletionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .println(AutoComplete.bash("signalbox", spec.root().commandLine()));
    }
}
