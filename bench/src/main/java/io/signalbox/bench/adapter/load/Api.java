package io.signalbox.bench.adapter.load;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.LogSource;
import io.signalbox.bench.adapter.http.SimulatedRunner;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.adapter.store.FinishedTasks;
import io.signalbox.bench.adapter.store.ListPlans;
import io.signalbox.bench.measure.Figure;
import io.signalbox.bench.measure.Plan;
import io.signalbox.model.id.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The client API over many tasks that have ended: lists, single tasks, the tail of a log, and submissions. Each list must be read by an index, in
 * its order, or there is no figure at all.
 *
 * @param tasks how many have ended
 * @param logBytes how long the log is whose tail is read
 * @param callers who asks
 * @param store the connection string of the installation's store
 */
public record Api(int tasks, long logBytes, Callers callers, String store) implements Load {
    private static final String DATABASE = "signalbox";
    private static final String TASKS = "/api/v1/tasks";
    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"bench\"]}";
    private static final String NOBODYS = "{\"commands\":[\"true\"],\"tags\":[\"nobody\"]}";
    /** Events of 8 KB: some thousand lines. */
    private static final int TAIL = 10;
    /** Nobody else reads tasks in such pieces. */
    private static final int PAGE = 47;
    /** One tells whether there is another page, and one for each further branch of a query. */
    private static final int ENOUGH = PAGE + 3;

    /**
     * A list that people ask for.
     *
     * @param name what it is of
     * @param query how it is asked for, after the page's size
     * @param enough so many documents are looked at for it, at most
     */
    private record Listing(String name, String query, int enough) {
        String path() {
            return TASKS + "?limit=" + PAGE + query;
        }
    }

    private static final List<Listing> LISTINGS = List.of(
            new Listing("newest tasks", "", ENOUGH),
            new Listing("tasks of a project", "&project=project-3", ENOUGH),
            new Listing("tasks in a state that is seldom", "&state=canceled", ENOUGH),
            new Listing("tasks in two states", "&state=passed&state=canceled", ENOUGH),
            // A tenth of a project's, or of a state's.
            new Listing("tasks of a project in a state that is seldom", "&project=project-3&state=canceled", 15 * PAGE),
            new Listing("tasks with a label", "&label=team%3D7", ENOUGH),
            new Listing("tasks with a label that none has", "&label=team%3Dnone", 0));

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        List<TaskClient> clients = IntStream.range(0, callers.count())
                .mapToObj(_ -> new TaskClient(installation))
                .toList();
        TaskClient client = clients.getFirst();
        List<String> figures = new ArrayList<>();
        try (MongoClient mongo = MongoClients.create(store)) {
            MongoDatabase database = mongo.getDatabase(DATABASE);
            TaskId passed = passed(installation, client);
            TaskId canceled = new TaskId(client.submit(NOBODYS).join());
            client.cancel(canceled.value());
            long begin = System.nanoTime();
            FinishedTasks finished = new FinishedTasks(database, passed, canceled, Duration.ZERO, tasks);
            finished.write();
            figures.add(new Figure("api", (System.nanoTime() - begin) / 1e9, "s to write " + tasks + " ended tasks")
                    .toString());
            figures.addAll(plans(new ListPlans(database), client));
            for (Listing listing : LISTINGS) {
                figures.add(read(clients, "a page of " + PAGE + " " + listing.name(), _ -> listing.path()));
            }
            figures.add(read(clients, "one task", _ -> TASKS + "/" + finished.id(anyOne())));
            figures.add(read(
                    clients,
                    "the last 80 KB of a log of " + logBytes / 1_000_000 + " MB",
                    _ -> TASKS + "/" + passed + "/log?tail=" + TAIL));
        }
        figures.add(callers.measure(
                "submission", caller -> clients.get(caller).submit(NOBODYS).join()));
        return figures;
    }

    private String read(List<TaskClient> clients, String what, IntFunction<String> path) throws InterruptedException {
        return callers.measure(what, caller -> clients.get(caller).read(path.apply(caller)));
    }

    private int anyOne() {
        return ThreadLocalRandom.current().nextInt(tasks);
    }

    private static List<String> plans(ListPlans plans, TaskClient client) {
        List<String> figures = new ArrayList<>();
        for (Listing listing : LISTINGS) {
            Plan plan = plans.of(PAGE, () -> client.read(listing.path()));
            plan.fault(listing.enough()).ifPresent(fault -> {
                throw new IllegalStateException("Reading " + listing.name() + ": " + fault);
            });
            figures.add(new Figure("api", plan.examined(), "documents for " + listing.name() + ", by " + plan.summary())
                    .toString());
        }
        return figures;
    }

    /** A task with a long log. */
    private TaskId passed(Installation installation, TaskClient client) throws InterruptedException {
        try (SimulatedRunner _ = SimulatedRunner.start(installation, "api", 1, new LogSource(logBytes))) {
            String id = client.submit(TASK).join();
            client.awaitEnd(id);
            return new TaskId(id);
        }
    }
}
