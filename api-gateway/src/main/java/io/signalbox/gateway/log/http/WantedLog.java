package io.signalbox.gateway.log.http;

import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;
import java.util.Optional;

/**
 * The log that a request is about.
 *
 * @param task whose
 * @param attempt number of the attempt; empty: the newest
 * @param scope the projects in which the caller may look
 */
record WantedLog(TaskId task, Optional<Integer> attempt, Scope scope) {

    /** That of the task with this id; a text that cannot be one is nobody's. */
    static WantedLog of(String task, Optional<String> attempt, Caller caller) {
        if (!TaskId.isValid(task)) {
            throw LogSource.problem(ErrorCode.NOT_FOUND, "There is no such task: an id is a lower-case UUID");
        }
        Optional<Integer> number =
                attempt.map(text -> Math.toIntExact(Parameters.number("attempt", text, 1, Integer.MAX_VALUE)));
        return new WantedLog(new TaskId(task), number, caller.scope());
    }
}
