package io.signalbox.gateway.adapter.mongo.log;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.purge.PurgeWish;
import io.signalbox.gateway.log.purge.PurgeWishes;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.PurgeFields;
import io.signalbox.model.store.TaskFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Wishes in {@code purges}, held against {@code tasks}; both read from the primary. */
public final class MongoPurgeWishes implements PurgeWishes {
    private final MongoCollection<Document> purges;
    private final MongoCollection<Document> tasks;

    /** Over the collections of {@code store} for deciding. */
    public MongoPurgeWishes(Store store) {
        this.purges = store.deciding(CollectionNames.PURGES);
        this.tasks = store.deciding(CollectionNames.TASKS);
    }

    @Override
    public List<PurgeWish> page(@Nullable TaskId after, int limit) {
        return asked(() -> purges.find(after == null ? new Document() : gt(PurgeFields.ID, after.value()))
                .sort(ascending(PurgeFields.ID))
                .limit(limit)
                .map(MongoPurgeWishes::wish)
                .into(new ArrayList<>()));
    }

    @Override
    public List<PurgeWish> decided(List<PurgeWish> wishes) {
        if (wishes.isEmpty()) {
            return List.of();
        }
        Set<String> shown = asked(() -> shown(wishes));
        return wishes.stream()
                .filter(wish -> wish.attempts().stream().noneMatch(it -> shown.contains(it.value()))
                        && !shown.contains(wish.task().value()))
                .toList();
    }

    @Override
    public void fulfilled(Collection<TaskId> fulfilled) {
        asked(() -> purges.deleteMany(
                in(PurgeFields.ID, fulfilled.stream().map(TaskId::value).toList())));
    }

    /** The attempts of tasks that do not say that their logs are gone; of one that has no attempts, the task. */
    private Set<String> shown(List<PurgeWish> wishes) {
        Set<String> shown = new HashSet<>();
        tasks.find(in(
                        TaskFields.ID,
                        wishes.stream().map(wish -> wish.task().value()).toList()))
                .projection(include(TaskFields.LOG_PURGED_AT, TaskFields.ATTEMPTS + "." + AttemptFields.ID))
                .forEach(task -> {
                    if (!task.containsKey(TaskFields.LOG_PURGED_AT)) {
                        List<Document> attempts = task.getList(TaskFields.ATTEMPTS, Document.class, List.of());
                        attempts.forEach(attempt -> shown.add(attempt.getString(AttemptFields.ID)));
                        if (attempts.isEmpty()) {
                            shown.add(task.getString(TaskFields.ID));
                        }
                    }
                });
        return shown;
    }

    private static PurgeWish wish(Document document) {
        return new PurgeWish(
                new TaskId(document.getString(PurgeFields.ID)),
                document.getList(PurgeFields.ATTEMPTS, String.class, List.of()).stream()
                        .map(AttemptId::new)
                        .toList());
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new LogUnreadable(e);
        }
    }
}
