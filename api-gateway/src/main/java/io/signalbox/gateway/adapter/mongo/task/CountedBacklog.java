package io.signalbox.gateway.adapter.mongo.task;

import com.mongodb.MongoException;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.task.submit.Backlog;
import io.signalbox.model.id.ProjectName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the queued tasks now and then, and adds what was stored here since. A count costs as long as the backlog is, so the pause
 * after it is at least twenty times as long as it took: a limit may be overrun by what comes in meanwhile.
 */
public final class CountedBacklog implements Backlog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CountedBacklog.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAUSE_FACTOR = 20;

    private final CountWaiting waiting;
    private final long most;
    private final AtomicLong all = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Map<ProjectName, Room> projects = Map.of();

    /**
     * A project with a limit of its own.
     *
     * @param most how many of its tasks may wait
     * @param waiting how many do
     */
    record Room(long most, AtomicLong waiting) {}

    /** Refuses beyond {@code most} waiting tasks, and beyond what projects are allowed. */
    public CountedBacklog(Store store, long most) {
        this.waiting = new CountWaiting(store, most);
        this.most = most;
    }

    /** Counts until closed. */
    public void start() {
        Thread.ofVirtual().name("backlog").start(this::countUntilClosed);
    }

    @Override
    public Optional<Limit> reached(ProjectName project) {
        if (all.get() >= most) {
            return Optional.of(new Limit.OfAll(most));
        }
        return Optional.ofNullable(projects.get(project))
                .filter(room -> room.waiting().get() >= room.most())
                .map(room -> new Limit.OfProject(project, room.most()));
    }

    @Override
    public void grew(ProjectName project) {
        all.incrementAndGet();
        Room room = projects.get(project);
        if (room != null) {
            room.waiting().incrementAndGet();
        }
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

    /** Whatever goes wrong, it is counted again: an old count would refuse, or let in, for ever. */
    private void count() {
        try {
            all.set(waiting.all());
            projects = waiting.ofProjects();
        } catch (MongoException e) {
            LOG.debug("Failed to count the backlog: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.warn("Cannot count the backlog", e);
        }
    }
}
