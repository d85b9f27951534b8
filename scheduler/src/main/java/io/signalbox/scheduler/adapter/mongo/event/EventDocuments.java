package io.signalbox.scheduler.adapter.mongo.event;

import static io.signalbox.model.store.EventFields.AT;
import static io.signalbox.model.store.EventFields.DATA;
import static io.signalbox.model.store.EventFields.EPOCH;
import static io.signalbox.model.store.EventFields.KEY;
import static io.signalbox.model.store.EventFields.PROJECT;
import static io.signalbox.model.store.EventFields.SEQUENCE;
import static io.signalbox.model.store.EventFields.TASK;
import static io.signalbox.model.store.EventFields.TYPE;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.loop.event.FeedEvent;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Events as documents: in the feed, and shorter in an outbox, where the owner is known. */
final class EventDocuments {

    private static final String MARKER = "epoch";

    private EventDocuments() {}

    static Document toFeed(long sequence, FeedEvent event) {
        var document = new Document(SEQUENCE, sequence).append(KEY, event.key()).append(TYPE, event.type());
        ProjectName project = event.project();
        if (project != null) {
            document.append(PROJECT, project.value());
        }
        TaskId task = event.task();
        if (task != null) {
            document.append(TASK, task.value());
        }
        return document.append(AT, Date.from(event.at())).append(DATA, event.data());
    }

    static Document marker(long sequence, Epoch epoch, Instant at) {
        return new Document(SEQUENCE, sequence)
                .append(KEY, MARKER + ":" + epoch)
                .append(TYPE, MARKER)
                .append(AT, Date.from(at))
                .append(EPOCH, epoch.value());
    }

    static FeedEvent fromOutbox(String owner, @Nullable ProjectName project, @Nullable TaskId task, Document entry) {
        return new FeedEvent(
                owner + ":" + entry.getString(KEY),
                entry.getString(TYPE),
                project,
                task,
                entry.getDate(AT).toInstant(),
                entry.get(DATA, new Document()));
    }

    /** The key that {@code event} has in its owner's outbox. */
    static String outboxKey(FeedEvent event) {
        return event.key().substring(event.key().lastIndexOf(':') + 1);
    }
}
