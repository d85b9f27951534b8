package io.signalbox.gateway.task.cancel;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskPaths;
import io.signalbox.gateway.task.TaskView;
import io.signalbox.gateway.task.Tasks;
import io.signalbox.model.store.report.ReportId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes wishes to cancel. 202: it is stored, the scheduler will act; a task that has ended is shown unchanged. */
@RestController
public final class CancelController {
    private final Tasks tasks;
    private final CancelWishes wishes;
    private final ReportBell bell;
    private final InstantSource clock;

    /** Keeps wishes in {@code wishes}, then rings {@code bell}. */
    public CancelController(Tasks tasks, CancelWishes wishes, ReportBell bell, InstantSource clock) {
        this.tasks = tasks;
        this.wishes = wishes;
        this.bell = bell;
        this.clock = clock;
    }

    @PostMapping(TaskPaths.TASK + "/cancel")
    @Needs(Role.SUBMITTER)
    @Audited("task.cancel")
    @Described(
            id = "cancelTask",
            summary = "Cancels a task, unless it has ended",
            answers = {202, 200})
    ResponseEntity<TaskView> cancel(@PathVariable String id, Caller caller) {
        StoredTask task = tasks.require(id, caller);
        if (task.state().isTerminal()) {
            return ResponseEntity.ok(TaskView.of(task, Set.of()));
        }
        Instant since = wishes.wish(task.id(), caller.token(), clock.instant());
        bell.ring(ReportId.cancel(task.id()));
        return ResponseEntity.accepted().body(TaskView.of(task.cancelRequested(since), Set.of()));
    }
}
