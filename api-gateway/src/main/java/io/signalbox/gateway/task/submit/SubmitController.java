package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskPaths;
import io.signalbox.gateway.task.TaskView;
import io.signalbox.gateway.task.Tasks;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.rule.SpecRules;
import io.signalbox.model.spec.TaskSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes tasks: one, or one again. */
@RestController
public final class SubmitController {
    static final String KEY_HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    private final JsonBody json;
    private final SubmitTasks submit;
    private final Tasks tasks;

    /** Hands submissions to {@code submit}. */
    public SubmitController(JsonBody json, SubmitTasks submit, Tasks tasks) {
        this.json = json;
        this.submit = submit;
        this.tasks = tasks;
    }

    @PostMapping(path = TaskPaths.TASKS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.SUBMITTER)
    @Described(
            id = "submitTask",
            summary = "Takes a task",
            reads = TaskSpec.class,
            answers = {201, 200},
            problems = {
                ErrorCode.SPEC_TOO_LARGE,
                ErrorCode.INVALID_SPEC,
                ErrorCode.INVALID_REQUEST,
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                ErrorCode.BACKLOG_FULL
            })
    ResponseEntity<TaskView> submit(@RequestHeader(KEY_HEADER) Optional<String> key, InputStream body, Caller caller)
            throws IOException {
        byte[] bytes = JsonBody.bytes(body, SpecRules.MAX_SPEC_BYTES, ErrorCode.SPEC_TOO_LARGE);
        TaskSpec spec = json.read(bytes, TaskSpec.class, ErrorCode.INVALID_SPEC);
        return answer(submit.submit(new Submission(spec, key, Optional.empty(), caller)));
    }

    @PostMapping(TaskPaths.TASK + "/retry")
    @Needs(Role.SUBMITTER)
    @Audited("task.retry")
    @Described(
            id = "retryTask",
            summary = "Takes the specification of a task that has ended again, as a new task",
            answers = {201, 200},
            problems = {
                ErrorCode.TASK_NOT_FINISHED,
                ErrorCode.INVALID_SPEC,
                ErrorCode.INVALID_REQUEST,
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                ErrorCode.BACKLOG_FULL
            })
    ResponseEntity<TaskView> retry(
            @RequestHeader(KEY_HEADER) Optional<String> key, @PathVariable String id, Caller caller) {
        StoredTask task = tasks.require(id, caller);
        if (!task.state().isTerminal()) {
            String detail = "Task %s is %s; only a task that has ended can be retried"
                    .formatted(id, task.state().wire());
            throw Problem.of(ErrorCode.TASK_NOT_FINISHED, detail).toException();
        }
        byte[] spec = task.spec().getBytes(StandardCharsets.UTF_8);
        TaskSpec again = json.read(spec, TaskSpec.class, ErrorCode.INVALID_SPEC);
        return answer(submit.submit(new Submission(again, key, Optional.of(task.id()), caller)));
    }

    private static ResponseEntity<TaskView> answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Created created ->
                ResponseEntity.created(address(created.task().id())).body(view(created.task()));
            case Submitted.Replayed replayed ->
                ResponseEntity.ok()
                        .header(REPLAYED, "true")
                        .location(address(replayed.task().id()))
                        .body(view(replayed.task()));
            case Submitted.Refused refused -> throw refused.problem().toException();
        };
    }

    private static URI address(TaskId task) {
        return URI.create(TaskPaths.of(task));
    }

    private static TaskView view(StoredTask task) {
        return TaskView.of(task, Set.of());
    }
}
