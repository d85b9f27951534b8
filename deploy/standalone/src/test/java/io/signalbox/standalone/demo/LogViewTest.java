package io.signalbox.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.standalone.demo.Answers.LogEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogViewTest {
    private final List<String> shown = new ArrayList<>();
    private final LogView view = new LogView(shown::add);

    @Test
    void piecesOfOutputBecomeLines() {
        output("one\ntw");
        output("o\r\nthr");
        output("ee");
        view.end();

        assertThat(shown).containsExactly("one", "two", "three");
    }

    @Test
    void commandStandsOnALineOfItsOwn() {
        output("no line end");
        view.show(new LogEvent("command", "make test", null));
        view.show(new LogEvent("exit", "make test", null));

        assertThat(shown).containsExactly("no line end", "$ make test");
    }

    private void output(String piece) {
        view.show(new LogEvent("output", null, piece));
    }
}
