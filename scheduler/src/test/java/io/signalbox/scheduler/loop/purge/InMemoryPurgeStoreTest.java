package io.signalbox.scheduler.loop.purge;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.retention.FinishedTask;
import java.time.Instant;

class InMemoryPurgeStoreTest implements PurgeStoreContract {

    private final InMemoryPurgeStore store = new InMemoryPurgeStore();

    @Override
    public PurgeStore purge() {
        return store;
    }

    @Override
    public void insert(FinishedTask task, Instant createdAt, int events) {
        store.insert(task, createdAt, events);
    }

    @Override
    public void fulfil(TaskId task) {
        store.fulfil(task);
    }
}
