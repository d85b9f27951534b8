package io.signalbox.gateway.adapter.mongo.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.view.TaskAttempts;
import io.signalbox.gateway.log.view.TaskAttempts.Numbered;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Attempts as they stand in a document of {@code tasks}: the ended ones, then the live one. */
public final class MongoTaskAttempts implements TaskAttempts.Finder {
    private final MongoCollection<Document> tasks;

    /** Over the collection for what leaves the system. */
    public MongoTaskAttempts(MongoCollection<Document> tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<TaskAttempts> of(TaskId task) {
        try {
            return Optional.ofNullable(tasks.find(eq(TaskFields.ID, task.value()))
                            .projection(include(
                                    TaskFields.PROJECT,
                                    TaskFields.STATE,
                                    TaskFields.ATTEMPT,
                                    TaskFields.ATTEMPTS,
                                    TaskFields.LOG_PURGED_AT))
                            .first())
                    .map(MongoTaskAttempts::attempts);
        } catch (MongoException e) {
            throw new LogUnreadable(e);
        }
    }

    private static TaskAttempts attempts(Document task) {
        List<Numbered> attempts = new ArrayList<>();
        task.getList(TaskFields.ATTEMPTS, Document.class, List.of()).forEach(ended -> attempts.add(one(ended, false)));
        @Nullable Document live = task.get(TaskFields.ATTEMPT, Document.class);
        if (live != null) {
            attempts.add(one(live, true));
        }
        @Nullable Date purgedAt = task.getDate(TaskFields.LOG_PURGED_AT);
        return new TaskAttempts(
                new ProjectName(task.getString(TaskFields.PROJECT)),
                TaskState.of(task.getString(TaskFields.STATE)),
                attempts,
                purgedAt == null ? null : purgedAt.toInstant());
    }

    private static Numbered one(Document attempt, boolean live) {
        AttemptId id = new AttemptId(attempt.getString(AttemptFields.ID));
        return new Numbered(id, attempt.get(AttemptFields.NUMBER, Number.class).intValue(), live);
    }
}
