package io.signalbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table("NAME", "STATE", "WHY")
            .row(Cell.of("a"), new Cell("passed", Style.GOOD), Cell.of("it went well, all in all"))
            .row(Cell.of("längerer"), new Cell("lost", Style.BAD), Cell.of(""));

    @Test
    void columnsAreAsWideAsTheirLargestCell() {
        assertThat(table.lines(Terminal.NONE))
                .containsExactly(
                        "NAME      STATE   WHY", "a         passed  it went well, all in all", "längerer  lost");
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(String.join("", table.lines(terminal(Map.of())))).contains("\033[32mpassed\033[0m");
        assertThat(String.join("", table.lines(terminal(Map.of("NO_COLOR", "1")))))
                .doesNotContain("\033");
        assertThat(String.join("", table.lines(terminal(Map.of("TERM", "dumb")))))
                .doesNotContain("\033");
        assertThat(String.join("", table.lines(Terminal.of("02", "24 80", Map.of()))))
                .doesNotContain("\033");
    }

    @Test
    void theLastColumnEndsWithTheTerminal() {
        Terminal narrow = Terminal.of("1", "24 30", Map.of("NO_COLOR", "1"));
        assertThat(table.lines(narrow).get(1))
                .isEqualTo("a         passed  it went wel…")
                .hasSize(30);
        assertThat(table.lines(Terminal.of("", "24 30", Map.of())).get(1)).endsWith("all in all");
    }

    @Test
    void noCellReachesTheTerminalRaw() {
        var hostile = new Table("NAME").row(Cell.of("evil\033]0;title\007\nname"));
        assertThat(hostile.lines(Terminal.NONE)).containsExactly("NAME", "evil ⏎ name");
    }

    private static Terminal terminal(Map<String, String> environment) {
        return Terminal.of("012", "24 200", environment);
    }
}
