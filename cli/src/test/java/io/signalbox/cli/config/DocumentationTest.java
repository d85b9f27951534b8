package io.signalbox.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.config.Typed.Shell;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code docs/cli.md}, the help and the completion say is what there is. */
class DocumentationTest {
    private final CommandLine root = root();

    @Test
    void everyCommandIsDocumented() throws IOException {
        String text = text();
        assertThat(subcommands(root)).allSatisfy(command -> assertThat(text).contains("`" + name(command)));
        assertThat(subcommands(root).flatMap(DocumentationTest::subcommands))
                .hasSizeGreaterThan(10)
                .allSatisfy(command -> assertThat(text).containsPattern("`([a-z]+ )?" + name(command) + "\\b"));
    }

    @Test
    void theTableOfExitCodesIsTheCodes() throws IOException {
        assertThat(text())
                .contains(Arrays.stream(ExitCode.values())
                        .map(code -> "| " + code.number() + " | " + code.meaning() + " |\n")
                        .toList());
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(Stream.concat(subcommands(root), subcommands(root).flatMap(DocumentationTest::subcommands)))
                .allSatisfy(command -> {
                    assertThat(command.getCommandSpec().usageMessage().description())
                            .isNotEmpty();
                    assertThat(command.getUsageMessage()).contains("--output", "--help");
                });
    }

    @Test
    void theCompletionKnowsTheCommands() {
        assertThat(new Shell().type("completion").out())
                .contains("complete -F _complete_signalbox", "drain", "--on-interrupt");
    }

    private static Stream<CommandLine> subcommands(CommandLine command) {
        return command.getSubcommands().values().stream().distinct();
    }

    private static String name(CommandLine command) {
        return command.getCommandName();
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("../docs/cli.md"));
    }

    private static CommandLine root() {
        var out = new ByteArrayOutputStream();
        var err = new PrintStream(out, true, StandardCharsets.UTF_8);
        var surroundings = new Surroundings(Map.of(), InputStream.nullInputStream(), out, err, Terminal.NONE, "");
        var desk = new LocalDesk(new GlobalOptions(), surroundings);
        return new SignalboxMain().line(new String[0], surroundings, desk);
    }
}
