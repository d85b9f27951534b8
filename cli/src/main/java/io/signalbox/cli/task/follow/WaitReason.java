package io.signalbox.cli.task.follow;

import io.signalbox.cli.api.Doc;
import io.signalbox.cli.output.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Why a task waits, in one line: from what {@code explain} says. */
public final class WaitReason {
    private static final int MOST_CAUSES = 2;

    private WaitReason() {}

    /** The line; empty where the task does not wait. */
    public static String of(Doc explanation, Instant now) {
        if (!explanation.flag("waiting")) {
            return "";
        }
        List<Doc> causes = explanation.list("causes");
        String why = causes.stream()
                .limit(MOST_CAUSES)
                .map(cause -> cause.text("detail"))
                .collect(Collectors.joining("; "));
        String more = causes.size() > MOST_CAUSES ? "; …" : "";
        String place = explanation.number("position").isPresent()
                ? ", place " + explanation.number("position").getAsLong()
                : "";
        String start = explanation
                .instant("estimatedStart")
                .map(then -> ", starts in about " + Words.of(Duration.between(now, then)))
                .orElse("");
        return "waits" + place + start + ": " + (why.isEmpty() ? "a slot has not been found yet" : why + more);
    }
}
