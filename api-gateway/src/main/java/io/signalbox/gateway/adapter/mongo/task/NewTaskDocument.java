package io.signalbox.gateway.adapter.mongo.task;

import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.submit.NewTask;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.TaskFields;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The document that a submission becomes. */
final class NewTaskDocument {
    /** Place of the first event in the history of a task: version 0, place 0. */
    private static final String FIRST_EVENT = "0.0";

    private static final JsonMapper JSON = ApiJson.mapper();

    private NewTaskDocument() {}

    static Document of(NewTask task) {
        StoredTask stored = task.task();
        Date createdAt = Date.from(stored.times().createdAt());
        Document document = new Document(TaskFields.ID, stored.id().value())
                .append(TaskFields.VERSION, 0L)
                .append(TaskFields.STATE, stored.state().wire())
                .append(TaskFields.PROJECT, stored.project().value())
                .append(TaskFields.LABELS, labels(task.spec().labels()))
                .append(TaskFields.CREATED_AT, createdAt)
                .append(TaskFields.TERMS, JSON.writeValueAsString(task.terms()))
                .append(TaskFields.SPEC, stored.spec())
                .append(TaskFields.BODY_HASH, stored.bodyHash())
                .append(TaskFields.FENCE, 0L)
                .append(TaskFields.ATTEMPTS, List.of())
                .append(TaskFields.OUTBOX, List.of(queued(task, createdAt)));
        append(document, TaskFields.NAME, stored.name());
        append(document, TaskFields.POOL, stored.pool());
        append(document, TaskFields.RETRY_OF, stored.retryOf());
        return document;
    }

    /** It says who submitted the task: that is kept as long as the event. */
    private static Document queued(NewTask task, Date at) {
        Document submitter = new Document("token", task.submitter().token())
                .append("name", task.submitter().name());
        return new Document(EventFields.KEY, FIRST_EVENT)
                .append(EventFields.TYPE, "task." + task.task().state().wire())
                .append(EventFields.AT, at)
                .append(EventFields.DATA, new Document("submittedBy", submitter));
    }

    private static List<String> labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }

    private static void append(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value.toString());
        }
    }
}
