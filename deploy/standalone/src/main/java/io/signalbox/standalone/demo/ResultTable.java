package io.signalbox.standalone.demo;

import io.signalbox.standalone.demo.Answers.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of each task, in one line each. */
final class ResultTable {
    private static final String ROW = "%-14s %-10s %-10s %10s %10s";

    private final List<String> rows = new ArrayList<>();

    ResultTable() {
        rows.add(ROW.formatted("task", "state", "exit code", "pick-up", "run time"));
    }

    void add(String name, Task task) {
        rows.add(ROW.formatted(
                name,
                task.state(),
                task.exitCode() == null ? "-" : task.exitCode(),
                task.pickUp().map(ResultTable::readable).orElse("-"),
                task.runTime().map(ResultTable::readable).orElse("-")));
    }

    List<String> lines() {
        return List.copyOf(rows);
    }

    private static String readable(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) < 0
                ? duration.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
