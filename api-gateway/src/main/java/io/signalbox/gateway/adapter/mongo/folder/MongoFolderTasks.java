package io.signalbox.gateway.adapter.mongo.folder;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.folder.FolderTask;
import io.signalbox.gateway.folder.FolderTasks;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Tasks with folders in {@code folder_tasks}: {@code {_id: task, project, manifest, seenAt}}. */
public final class MongoFolderTasks implements FolderTasks {
    private static final String ID = "_id";
    private static final String PROJECT = "project";
    private static final String MANIFEST = "manifest";
    private static final String SEEN_AT = "seenAt";

    private final MongoCollection<Document> folderTasks;
    private final MongoCollection<Document> tasks;

    /** Uses the collections {@code folder_tasks} and {@code tasks} of {@code store}. */
    public MongoFolderTasks(Store store) {
        this.folderTasks = store.deciding(CollectionNames.FOLDER_TASKS);
        this.tasks = store.deciding(CollectionNames.TASKS);
    }

    @Override
    public void add(FolderTask task, Instant now) {
        Document document = new Document(ID, task.task().value())
                .append(PROJECT, task.project().value())
                .append(MANIFEST, task.manifest().value())
                .append(SEEN_AT, Date.from(now));
        boolean _ = StoreCall.write(() -> Inserts.ifAbsent(folderTasks, document));
    }

    @Override
    public List<FolderTask> notSeenSince(Instant since, int most) {
        return StoreCall.read(() -> folderTasks
                .find(lt(SEEN_AT, Date.from(since)))
                .sort(Sorts.ascending(SEEN_AT))
                .limit(most)
                .map(MongoFolderTasks::task)
                .into(new ArrayList<>()));
    }

    @Override
    public Set<TaskId> live(Collection<TaskId> ids) {
        Set<TaskId> live = new HashSet<>();
        List<Document> found = StoreCall.read(() -> tasks.find(in(TaskFields.ID, texts(ids)))
                .projection(include(TaskFields.STATE))
                .into(new ArrayList<>()));
        for (Document task : found) {
            if (!TaskState.of(task.getString(TaskFields.STATE)).isTerminal()) {
                live.add(new TaskId(task.getString(TaskFields.ID)));
            }
        }
        return live;
    }

    @Override
    public void seen(Collection<TaskId> ids, Instant now) {
        if (!ids.isEmpty()) {
            StoreCall.write(() -> folderTasks.updateMany(in(ID, texts(ids)), Updates.max(SEEN_AT, Date.from(now))));
        }
    }

    @Override
    public void remove(Collection<TaskId> ids) {
        if (!ids.isEmpty()) {
            StoreCall.write(() -> folderTasks.deleteMany(in(ID, texts(ids))));
        }
    }

    private static List<String> texts(Collection<TaskId> ids) {
        return ids.stream().map(TaskId::value).toList();
    }

    private static FolderTask task(Document document) {
        return new FolderTask(
                new TaskId(document.getString(ID)),
                new ProjectName(document.getString(PROJECT)),
                new PieceHash(document.getString(MANIFEST)));
    }
}
