package io.signalbox.bench.adapter.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Many tasks that have ended: copies of two that went their whole way, so that each is stored as the services leave it. They are of ten projects,
 * a tenth of each is of the second kind, and each is a tenth of a second older than the next.
 */
public final class FinishedTasks {
    private static final int AT_ONCE = 2_000;
    private static final int WRITERS = 4;
    private static final long APART_MILLIS = 100;
    private static final int PROJECTS = 10;
    private static final int TEAMS = 20;
    private static final List<String> TIMES = List.of(
            TaskFields.CREATED_AT,
            TaskFields.CANCEL_REQUESTED_AT,
            TaskFields.ASSIGNED_AT,
            TaskFields.STARTED_AT,
            TaskFields.FINISHED_AT);

    private final MongoCollection<Document> tasks;
    private final Document usual;
    private final Document seldom;
    private final Duration older;
    private final Instant created;
    private final int count;

    /**
     * So many, like these two, of which {@code seldom} is the model of a tenth.
     *
     * @param older by so much than their models
     */
    public FinishedTasks(MongoDatabase database, TaskId usual, TaskId seldom, Duration older, int count)
            throws InterruptedException {
        this.tasks = database.getCollection(CollectionNames.TASKS);
        this.usual = settled(usual);
        this.seldom = settled(seldom);
        this.older = older;
        this.created = this.usual.getDate(TaskFields.CREATED_AT).toInstant();
        this.count = count;
    }

    /** Writes all of them. */
    public void write() throws InterruptedException {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int first = 0; first < count; first += AT_ONCE) {
                List<Integer> part = IntStream.range(first, Math.min(count, first + AT_ONCE))
                        .boxed()
                        .toList();
                parts.add(writers.submit(() -> insert(part)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot fill the store", e.getCause());
        }
    }

    /** Id of the one with this number, counted from the oldest. */
    public TaskId id(int number) {
        return TaskId.timeOrdered(created.minusMillis(age(number)).toEpochMilli(), number, number);
    }

    private void insert(List<Integer> numbers) {
        tasks.insertMany(numbers.stream().map(this::copy).toList(), new InsertManyOptions().ordered(false));
    }

    private Document copy(int number) {
        Document copy = new Document(number / PROJECTS % 10 == 0 ? seldom : usual);
        copy.put(TaskFields.ID, id(number).value());
        copy.put(TaskFields.PROJECT, "project-" + number % PROJECTS);
        copy.put(TaskFields.LABELS, List.of("team=" + number % TEAMS, "build=" + number));
        TIMES.stream()
                .filter(copy::containsKey)
                .forEach(time -> copy.put(time, copy.getDate(time).toInstant().minusMillis(age(number))));
        return copy;
    }

    private long age(int number) {
        return older.toMillis() + (count - number) * APART_MILLIS;
    }

    /** The document of a task that has ended, when its events have been taken out of it. */
    private Document settled(TaskId id) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            Document task = tasks.find(Filters.eq(TaskFields.ID, id.value())).first();
            if (task != null
                    && task.containsKey(TaskFields.FINISHED_AT)
                    && task.getList(TaskFields.OUTBOX, Document.class).isEmpty()) {
                return task;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Task " + id + " does not come to rest");
    }
}
