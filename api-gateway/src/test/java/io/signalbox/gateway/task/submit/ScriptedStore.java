package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskQuery;
import io.signalbox.gateway.task.TaskStore;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A store of tasks in memory that can lose its answers: it then stores, or not, and says that it does not know. */
final class ScriptedStore implements TaskInserts, TaskStore {
    private final Map<TaskId, StoredTask> tasks = new HashMap<>();
    private Behaviour behaviour = Behaviour.WORKS;

    enum Behaviour {
        WORKS,
        STORES_AND_LOSES_THE_ANSWER,
        LOSES_THE_INSERT,
        IS_AWAY,
        IS_FULL
    }

    ScriptedStore behaving(Behaviour how) {
        behaviour = how;
        return this;
    }

    int size() {
        return tasks.size();
    }

    @Override
    public CompletableFuture<Outcome> insert(NewTask task) {
        return CompletableFuture.completedFuture(
                switch (behaviour) {
                    case WORKS -> put(task) ? new Outcome.Inserted() : new Outcome.Duplicate();
                    case STORES_AND_LOSES_THE_ANSWER -> {
                        put(task);
                        yield new Outcome.Unknown();
                    }
                    case LOSES_THE_INSERT -> new Outcome.Unknown();
                    case IS_AWAY -> new Outcome.Away();
                    case IS_FULL -> new Outcome.Overloaded();
                });
    }

    @Override
    public Optional<StoredTask> find(TaskId id) {
        if (behaviour == Behaviour.IS_AWAY) {
            throw Problem.of(ErrorCode.STORE_UNAVAILABLE, "away").toException();
        }
        return Optional.ofNullable(tasks.get(id));
    }

    @Override
    public List<StoredTask> list(TaskQuery query) {
        return List.copyOf(tasks.values());
    }

    private boolean put(NewTask task) {
        return tasks.putIfAbsent(task.task().id(), task.task()) == null;
    }
}
