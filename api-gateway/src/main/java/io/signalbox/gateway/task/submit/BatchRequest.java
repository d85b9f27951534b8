package io.signalbox.gateway.task.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.gateway.problem.ProblemBody;
import io.signalbox.gateway.task.TaskView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Body of a batch of submissions.
 *
 * @param tasks each a specification, with an {@code idempotencyKey} if its author has one
 */
record BatchRequest(@Nullable List<JsonNode> tasks) {
    static final String KEY = "idempotencyKey";
    static final int MOST_TASKS = 1_000;
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /**
     * The answer.
     *
     * @param items in the order of the tasks
     */
    record Answer(List<Item> items) {}

    /** What became of one task: the task, or the problem. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            int status, @Nullable TaskView task, @Nullable ProblemBody problem) {}
}
