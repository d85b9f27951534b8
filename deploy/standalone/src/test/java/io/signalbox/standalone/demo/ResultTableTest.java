package io.signalbox.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.standalone.demo.Answers.Task;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ResultTable table = new ResultTable();

    @Test
    void finishedTaskHasPickUpAndRunTime() {
        table.add("build", new Task("1", "passed", 0, START, START.plusMillis(12), START.plusMillis(3112)));

        assertThat(lastRow()).isEqualTo("build          passed     0               12 ms      3.1 s");
    }

    @Test
    void taskThatNeverRanHasNeither() {
        table.add("no GPU", new Task("1", "canceled", null, START, null, START.plusMillis(5)));

        assertThat(lastRow()).isEqualTo("no GPU         canceled   -                   -          -");
    }

    private String lastRow() {
        return table.lines().getLast();
    }
}
