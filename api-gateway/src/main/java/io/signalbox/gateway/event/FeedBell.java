package io.signalbox.gateway.event;

import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.message.EventBell;
import io.signalbox.model.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hears that the feed has grown, and wakes who waits for that. Start and close are idempotent; thread-safe. */
public final class FeedBell implements AutoCloseable {
    private final MessageBus bus;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grew = lock.newCondition();
    private long rungUpTo;
    private @Nullable Subscription subscription;

    /** Listens on {@code bus}. */
    public FeedBell(MessageBus bus) {
        this.bus = bus;
    }

    /** Opens the inbox; blocks for the first attempt. */
    public synchronized void start() {
        if (subscription == null) {
            subscription = bus.subscribe(new Inbox.Topics(List.of("task.#", "runner.#")), this::heard);
        }
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /** Waits until the feed has grown beyond {@code sequence}, as far as is heard, or the time has passed. */
    void await(long sequence, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (rungUpTo <= sequence && left > 0) {
                left = grew.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void heard(Message message) {
        if (message instanceof EventBell bell) {
            lock.lock();
            try {
                rungUpTo = Math.max(rungUpTo, bell.upTo());
                grew.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
