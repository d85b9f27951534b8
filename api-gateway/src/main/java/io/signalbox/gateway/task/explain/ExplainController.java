package io.signalbox.gateway.task.explain;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskPaths;
import io.signalbox.gateway.task.Tasks;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.TaskState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains why a task waits. */
@RestController
public final class ExplainController {
    private final Tasks tasks;
    private final AskLeader leader;

    /** Asks {@code leader} about tasks that wait. */
    public ExplainController(Tasks tasks, AskLeader leader) {
        this.tasks = tasks;
        this.leader = leader;
    }

    @GetMapping(TaskPaths.TASK + "/explain")
    Explanation explain(@PathVariable String id) throws InterruptedException {
        StoredTask task = tasks.require(id);
        if (task.state() != TaskState.QUEUED) {
            return Explanation.notWaiting();
        }
        return leader.explain(task.id())
                .orElseThrow(() -> Problem.of(
                                ErrorCode.SCHEDULER_UNAVAILABLE,
                                "No scheduler has answered; the task is queued and safe")
                        .toException());
    }
}
