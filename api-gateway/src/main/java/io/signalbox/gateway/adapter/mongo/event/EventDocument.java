package io.signalbox.gateway.adapter.mongo.event;

import io.signalbox.gateway.event.FeedEvent;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.TaskFields;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads events: from the feed, and from the outbox of a task, which names neither task nor project. */
final class EventDocument {
    private EventDocument() {}

    static FeedEvent fromFeed(Document event) {
        String project = event.getString(EventFields.PROJECT);
        String task = event.getString(EventFields.TASK);
        return event(
                event.get(EventFields.SEQUENCE, Number.class).longValue(),
                event.getString(EventFields.KEY),
                event,
                project == null ? null : new ProjectName(project),
                task == null ? null : new TaskId(task));
    }

    static FeedEvent fromOutbox(Document owner, Document entry) {
        TaskId task = new TaskId(owner.getString(TaskFields.ID));
        return event(
                null,
                task + ":" + entry.getString(EventFields.KEY),
                entry,
                new ProjectName(owner.getString(TaskFields.PROJECT)),
                task);
    }

    private static FeedEvent event(
            @Nullable Long sequence, String id, Document said, @Nullable ProjectName project, @Nullable TaskId task) {
        Document data = said.get(EventFields.DATA, Document.class);
        return new FeedEvent(
                sequence,
                id,
                said.getString(EventFields.TYPE),
                said.getDate(EventFields.AT).toInstant(),
                project,
                task,
                data == null ? Map.of() : Map.copyOf(data));
    }
}
