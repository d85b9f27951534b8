package io.signalbox.cli.webhook;

import io.signalbox.cli.api.Doc;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Deliveries as a table. */
final class DeliveryRows {
    private DeliveryRows() {}

    static Table of(List<Doc> deliveries, Instant now) {
        var table = new Table("DELIVERY", "EVENT", "TASK", "STATE", "TRIED", "AGE", "NEXT", "LAST ANSWER");
        for (Doc delivery : deliveries) {
            table.row(
                    Cell.of(delivery.text("id")),
                    Cell.of(delivery.text("type")),
                    Cell.of(delivery.text("task")),
                    state(delivery.text("state")),
                    Cell.of(delivery.text("tried")),
                    Cell.of(Words.since(delivery.instant("createdAt"), now)),
                    Cell.of(delivery.instant("nextTryAt")
                            .map(at -> "in " + Words.of(Duration.between(now, at)))
                            .orElse("")),
                    Cell.of(lastAnswer(delivery.list("tries"))));
        }
        return table;
    }

    private static Cell state(String state) {
        return new Cell(
                state,
                switch (state) {
                    case "delivered" -> Style.GOOD;
                    case "failed" -> Style.BAD;
                    case "pending" -> Style.UNDER_WAY;
                    default -> Style.NONE;
                });
    }

    private static String lastAnswer(List<Doc> tries) {
        if (tries.isEmpty()) {
            return "";
        }
        Doc last = tries.getLast();
        return last.text("status") + last.text("error");
    }
}
