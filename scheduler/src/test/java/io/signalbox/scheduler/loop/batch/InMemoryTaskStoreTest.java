package io.signalbox.scheduler.loop.batch;

import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskTerms;

class InMemoryTaskStoreTest implements TaskStoreContract {

    private final InMemoryTaskStore tasks = new InMemoryTaskStore();

    @Override
    public TaskStore tasks() {
        return tasks;
    }

    @Override
    public void insert(TaskId id, TaskTerms terms) {
        tasks.insert(id, terms);
    }
}
