package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.task.StoredTask;

/** What became of a submission. */
public sealed interface Submitted {
    /** A new task was stored. */
    record Created(StoredTask task) implements Submitted {}

    /** The same submission was stored before (C24). */
    record Replayed(StoredTask task) implements Submitted {}

    /** No task, or nobody knows: then the problem says so. */
    record Refused(Problem problem) implements Submitted {}
}
