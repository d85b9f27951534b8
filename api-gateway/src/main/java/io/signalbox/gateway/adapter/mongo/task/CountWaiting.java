package io.signalbox.gateway.adapter.mongo.task;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.task.CountedBacklog.Room;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.ProjectFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Counts queued tasks: all, up to a limit, and those of each project that has a limit of its own. Blocks. */
final class CountWaiting {
    private static final String COUNT = "count";
    private static final Bson QUEUED = Filters.eq(TaskFields.STATE, TaskState.QUEUED.wire());

    private final MongoCollection<Document> tasks;
    private final MongoCollection<Document> projects;
    private final int limit;

    CountWaiting(Store store, long limit) {
        this.tasks = store.deciding(CollectionNames.TASKS);
        this.projects = store.deciding(CollectionNames.PROJECTS);
        this.limit = Math.toIntExact(limit);
    }

    long all() {
        return tasks.countDocuments(QUEUED, new CountOptions().limit(limit));
    }

    Map<ProjectName, Room> ofProjects() {
        Map<ProjectName, Room> rooms = new HashMap<>();
        projects.find(Filters.ne(ProjectFields.BACKLOG, null))
                .forEach(it -> rooms.put(
                        new ProjectName(it.getString(ProjectFields.ID)),
                        new Room(it.getInteger(ProjectFields.BACKLOG), new AtomicLong())));
        if (!rooms.isEmpty()) {
            count(rooms);
        }
        return Map.copyOf(rooms);
    }

    private void count(Map<ProjectName, Room> rooms) {
        Bson theirs = Filters.in(
                TaskFields.PROJECT,
                rooms.keySet().stream().map(ProjectName::value).toList());
        tasks.aggregate(List.of(
                        Aggregates.match(Filters.and(QUEUED, theirs)),
                        Aggregates.group("$" + TaskFields.PROJECT, Accumulators.sum(COUNT, 1))))
                .forEach(it -> {
                    Room room = rooms.get(new ProjectName(it.getString("_id")));
                    if (room != null) {
                        room.waiting().set(it.get(COUNT, Number.class).longValue());
                    }
                });
    }
}
