package io.signalbox.gateway.task.explain;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.leader.AskLeader;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskPaths;
import io.signalbox.gateway.task.Tasks;
import io.signalbox.gateway.task.submit.SubmitTasks;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.message.RelayCommand.Explained;
import io.signalbox.model.message.SchedulerCommand.ExplainPlease;
import io.signalbox.model.message.SchedulerCommand.PreviewPlease;
import io.signalbox.model.rule.SpecRules;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains why a task waits, or would. */
@RestController
public final class ExplainController {
    private final JsonBody json;
    private final Tasks tasks;
    private final SubmitTasks submit;
    private final AskLeader leader;

    /** Asks {@code leader} about tasks that wait, and about those that {@code submit} would take. */
    public ExplainController(JsonBody json, Tasks tasks, SubmitTasks submit, AskLeader leader) {
        this.json = json;
        this.tasks = tasks;
        this.submit = submit;
        this.leader = leader;
    }

    @GetMapping(TaskPaths.TASK + "/explain")
    @Needs(Role.VIEWER)
    @Described(id = "explainTask", summary = "Explains why a task waits", problems = ErrorCode.SCHEDULER_UNAVAILABLE)
    Explanation explain(@PathVariable String id, Caller caller) throws InterruptedException {
        StoredTask task = tasks.require(id, caller);
        if (task.state() != TaskState.QUEUED) {
            return Explanation.notWaiting();
        }
        return leader.ask(Explained.class, (relay, request) -> new ExplainPlease(relay, request, task.id()))
                .explanation();
    }

    /** The body of a submission, of which nothing is stored. */
    @PostMapping(path = TaskPaths.TASKS + "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.SUBMITTER)
    @Described(
            id = "previewTask",
            summary = "Explains what would become of a task, of which nothing is stored",
            reads = TaskSpec.class,
            problems = {
                ErrorCode.SPEC_TOO_LARGE,
                ErrorCode.INVALID_SPEC,
                ErrorCode.BACKLOG_FULL,
                ErrorCode.SCHEDULER_UNAVAILABLE
            })
    Explanation preview(InputStream body, Caller caller) throws IOException, InterruptedException {
        byte[] bytes = JsonBody.bytes(body, SpecRules.MAX_SPEC_BYTES, ErrorCode.SPEC_TOO_LARGE);
        TaskTerms terms = submit.preview(json.read(bytes, TaskSpec.class, ErrorCode.INVALID_SPEC), caller);
        return leader.ask(Explained.class, (relay, request) -> new PreviewPlease(relay, request, terms))
                .explanation();
    }
}
