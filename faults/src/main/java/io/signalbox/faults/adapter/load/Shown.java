package io.signalbox.faults.adapter.load;

import io.signalbox.faults.core.history.ShownLog;
import io.signalbox.faults.core.history.ShownTask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers of the API as entries of a history. */
final class Shown {
    private Shown() {}

    /** A task, with the items of its timeline. */
    static ShownTask task(JsonNode task, List<JsonNode> timeline) {
        String name = task.get("name").asString();
        String finished = text(task, "finishedAt");
        return new ShownTask(
                task.get("id").asString(),
                Integer.parseInt(name.substring(name.lastIndexOf('.') + 1)),
                text(task, "retryOf"),
                task.get("state").asString(),
                finished == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(finished)),
                items(task, "attempts").stream().map(Shown::attempt).toList(),
                timeline.stream().map(event -> event.get("type").asString()).toList());
    }

    /** A log, with what {@code …/log/verify} said. */
    static ShownLog log(String attempt, String output, JsonNode proof) {
        JsonNode broken = proof.get("brokenAt");
        return new ShownLog(
                attempt,
                output,
                new ShownLog.Proof(
                        proof.get("complete").asBoolean(),
                        proof.get("sealed").asBoolean(),
                        proof.get("missing").size(),
                        broken == null || broken.isNull() ? null : broken.asLong()));
    }

    static List<JsonNode> items(JsonNode node, String field) {
        return StreamSupport.stream(node.get(field).spliterator(), false).toList();
    }

    private static ShownTask.Attempt attempt(JsonNode attempt) {
        JsonNode reason = attempt.get("reason");
        JsonNode exitCode = attempt.get("exitCode");
        return new ShownTask.Attempt(
                attempt.get("id").asString(),
                attempt.get("number").asInt(),
                attempt.get("runner").get("name").asString(),
                attempt.get("state").asString(),
                reason == null || reason.isNull() ? null : text(reason, "code"),
                exitCode == null || exitCode.isNull() ? null : exitCode.asInt());
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }
}
