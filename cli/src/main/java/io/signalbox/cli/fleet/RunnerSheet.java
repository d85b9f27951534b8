package io.signalbox.cli.fleet;

import io.signalbox.cli.api.Doc;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Instant;
import java.util.List;

/** Everything about one runner. */
final class RunnerSheet {
    private static final double PERCENT = 100;
    private static final double GIGABYTE = 1024.0 * 1024 * 1024;

    private final Desk desk;

    RunnerSheet(Desk desk) {
        this.desk = desk;
    }

    void tell(Doc runner) {
        Instant now = desk.clock().instant();
        field("runner", runner.text("name") + "  " + runner.text("id"));
        field("state", RunnerRows.state(runner).text());
        field("not ready", runner.text("unready"));
        field("set aside", runner.text("setAside"));
        field("pool", runner.text("pool"));
        field("tags", runner.joined("tags"));
        field("projects", runner.joined("projects"));
        field("machine", String.join(" ", runner.text("hostname"), runner.text("os"), runner.text("arch")));
        field("version", runner.text("version"));
        field(
                "registered",
                Words.since(runner.instant("registeredAt"), now) + " ago, by token "
                        + runner.text("registrationToken"));
        field("left", Words.since(runner.instant("disconnectedAt"), now));
        List<Doc> health = runner.list("health");
        if (!health.isEmpty()) {
            field("health", health(health.getLast(), now));
        }
        slots(runner.list("slots"));
    }

    private static String health(Doc sample, Instant now) {
        return "%s ago: processors %.0f %% busy, load %.1f, %.1f of %.1f GB memory free, %.1f GB disk free"
                .formatted(
                        Words.since(sample.instant("at"), now),
                        sample.node().path("cpu").asDouble(0) * PERCENT,
                        sample.node().path("load").asDouble(0),
                        sample.number("memoryFree").orElse(0) / GIGABYTE,
                        sample.number("memoryTotal").orElse(0) / GIGABYTE,
                        sample.number("diskFree").orElse(0) / GIGABYTE);
    }

    private void slots(List<Doc> slots) {
        var table = new Table("SLOT", "STATE", "TASK");
        slots.forEach(slot -> table.row(Cell.of(slot.text("number")), state(slot), Cell.of(slot.text("task"))));
        if (!table.isEmpty()) {
            desk.screen().table(table);
        }
    }

    private static Cell state(Doc slot) {
        if (slot.flag("setAside")) {
            return new Cell("set aside", Style.BAD);
        }
        return slot.flag("busy") ? new Cell("busy", Style.UNDER_WAY) : new Cell("free", Style.GOOD);
    }

    private void field(String name, String value) {
        if (!value.isBlank()) {
            desk.screen().plain("%-10s %s".formatted(name, value.strip()));
        }
    }
}
