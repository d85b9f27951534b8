package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.ProblemBody;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.problem.RequestId;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskPaths;
import io.signalbox.gateway.task.TaskView;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.spec.TaskSpec;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes many tasks at once; each has a result of its own. */
@RestController
public final class BatchController {
    private final JsonBody json;
    private final SubmitTasks submit;

    /** Hands submissions to {@code submit}. */
    public BatchController(JsonBody json, SubmitTasks submit) {
        this.json = json;
        this.submit = submit;
    }

    /** An item of the request: what to submit, or why it cannot be. */
    private sealed interface Item {
        record Read(Submission submission) implements Item {}

        record Unreadable(Problem problem) implements Item {}
    }

    @PostMapping(path = TaskPaths.TASKS + "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.SUBMITTER)
    @Described(
            id = "submitTasks",
            summary = "Takes many tasks at once, each with a result of its own",
            reads = BatchRequest.class)
    BatchRequest.Answer submit(HttpServletRequest request, Caller caller) throws IOException {
        byte[] body = JsonBody.bytes(request.getInputStream(), BatchRequest.MOST_BYTES, ErrorCode.BODY_TOO_LARGE);
        List<Item> items = tasks(body).stream().map(part -> item(part, caller)).toList();
        Iterator<Submitted> results = submit.submit(items.stream()
                        .filter(Item.Read.class::isInstance)
                        .map(item -> ((Item.Read) item).submission())
                        .toList())
                .iterator();
        String requestId = RequestId.of(request);
        List<BatchRequest.Item> answers = new ArrayList<>();
        for (Item item : items) {
            Submitted result = switch (item) {
                case Item.Read _ -> results.next();
                case Item.Unreadable unreadable -> new Submitted.Refused(unreadable.problem());
            };
            answers.add(answer(result, requestId));
        }
        return new BatchRequest.Answer(answers);
    }

    private List<JsonNode> tasks(byte[] body) {
        List<JsonNode> tasks =
                json.read(body, BatchRequest.class, ErrorCode.INVALID_REQUEST).tasks();
        if (tasks == null || tasks.isEmpty() || tasks.size() > BatchRequest.MOST_TASKS) {
            String found = tasks == null ? "are missing" : "are " + tasks.size();
            String expected = "must be 1 to %d tasks, but %s".formatted(BatchRequest.MOST_TASKS, found);
            throw Problem.at(ErrorCode.INVALID_REQUEST, "/tasks", expected).toException();
        }
        return tasks;
    }

    private Item item(JsonNode part, Caller caller) {
        if (!(part instanceof ObjectNode node)) {
            return new Item.Unreadable(Problem.at(ErrorCode.INVALID_SPEC, "", "must be an object"));
        }
        try {
            JsonNode key = node.remove(BatchRequest.KEY);
            if (key != null && !key.isString()) {
                return new Item.Unreadable(
                        Problem.at(ErrorCode.INVALID_SPEC, "/" + BatchRequest.KEY, "must be a string"));
            }
            TaskSpec spec = json.read(node, TaskSpec.class, ErrorCode.INVALID_SPEC);
            return new Item.Read(
                    new Submission(spec, Optional.ofNullable(key).map(JsonNode::asString), Optional.empty(), caller));
        } catch (ProblemException e) {
            return new Item.Unreadable(e.problem());
        }
    }

    private static BatchRequest.Item answer(Submitted result, String requestId) {
        return switch (result) {
            case Submitted.Created created -> new BatchRequest.Item(201, view(created.task()), null);
            case Submitted.Replayed replayed -> new BatchRequest.Item(200, view(replayed.task()), null);
            case Submitted.Refused refused ->
                new BatchRequest.Item(
                        refused.problem().code().status(), null, ProblemBody.of(refused.problem(), requestId));
        };
    }

    private static TaskView view(StoredTask task) {
        return TaskView.of(task, Set.of());
    }
}
