package io.signalbox.cli.fleet;

import io.signalbox.cli.api.Doc;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runners as a table. */
public final class RunnerRows {
    private static final String ONLINE = "online";

    private RunnerRows() {}

    /** One row for each runner. */
    public static Table of(List<Doc> runners, Instant now) {
        var table = new Table("RUNNER", "STATE", "BUSY", "POOL", "SINCE", "VERSION", "TAGS");
        for (Doc runner : runners) {
            table.row(
                    Cell.of(runner.text("name")),
                    state(runner),
                    Cell.of(busy(runner) + "/" + runner.list("slots").size()),
                    Cell.of(runner.text("pool")),
                    Cell.of(Words.since(runner.instant("registeredAt"), now)),
                    Cell.of(runner.text("version")),
                    Cell.of(runner.joined("tags")));
        }
        return table;
    }

    /** How many of its slots are busy. */
    public static long busy(Doc runner) {
        return runner.list("slots").stream().filter(slot -> slot.flag("busy")).count();
    }

    /** Whether it is heard of. */
    public static boolean isOnline(Doc runner) {
        return runner.text("state").equals(ONLINE);
    }

    /** Whether it takes tasks, as far as it and the scheduler say. */
    public static boolean takesTasks(Doc runner) {
        return isOnline(runner) && obstacles(runner).isEmpty();
    }

    static Cell state(Doc runner) {
        var words = new ArrayList<>(List.of(runner.text("state")));
        words.addAll(obstacles(runner));
        Style style = takesTasks(runner) ? Style.GOOD : isOnline(runner) ? Style.UNDER_WAY : Style.BAD;
        return new Cell(String.join(", ", words), style);
    }

    private static List<String> obstacles(Doc runner) {
        var words = new ArrayList<String>();
        if (runner.flag("paused")) {
            words.add("paused");
        }
        if (runner.flag("draining")) {
            words.add("draining");
        }
        if (!runner.text("setAside").isEmpty()) {
            words.add("set aside");
        }
        if (!runner.text("unready").isEmpty()) {
            words.add("not ready");
        }
        return words;
    }
}
