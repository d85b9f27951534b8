package io.signalbox.gateway.adapter.mongo.task;

import com.mongodb.MongoException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.task.submit.Backlog;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the queued tasks now and then, and adds what was stored here since. A count costs as long as the backlog is, so the pause
 * after it is at least twenty times as long as it took: the limit may be overrun by what comes in meanwhile.
 */
public final class CountedBacklog implements Backlog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CountedBacklog.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAUSE_FACTOR = 20;

    private final Store store;
    private final long limit;
    private final AtomicLong waiting = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Refuses beyond {@code limit} waiting tasks. */
    public CountedBacklog(Store store, long limit) {
        this.store = store;
        this.limit = limit;
    }

    /** Counts until closed. */
    public void start() {
        Thread.ofVirtual().name("backlog").start(this::countUntilClosed);
    }

    @Override
    public boolean hasRoom() {
        return waiting.get() < limit;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public void grew() {
        waiting.incrementAndGet();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void countUntilClosed() {
        try {
            Duration pause = Duration.ZERO;
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                long begin = System.nanoTime();
                count();
                Duration rest = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(PAUSE_FACTOR);
                pause = rest.compareTo(PAUSE) > 0 ? rest : PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count() {
        try {
            waiting.set(store.deciding(CollectionNames.TASKS)
                    .countDocuments(
                            Filters.eq(TaskFields.STATE, TaskState.QUEUED.wire()),
                            new CountOptions().limit(Math.toIntExact(limit))));
        } catch (MongoException e) {
            LOG.debug("Failed to count the backlog: {}", e.toString());
        }
    }
}
