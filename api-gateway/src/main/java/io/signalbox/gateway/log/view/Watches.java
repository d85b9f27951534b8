package io.signalbox.gateway.log.view;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for something to change. A bell may be lost, so nobody may wait for it alone. Thread-safe.
 *
 * @param <K> what identifies the thing
 */
public final class Watches<K> {
    private final Map<K, Watch> watched = new ConcurrentHashMap<>();

    /** Wakes all who watch {@code key}. */
    void ring(K key) {
        Watch watch = watched.get(key);
        if (watch != null) {
            watch.ring();
        }
    }

    /** Begins to listen; take it before reading, so that what changes in between is not missed. */
    Watch watch(K key) {
        return watched.compute(key, (id, watch) -> (watch == null ? new Watch(id) : watch).joined());
    }

    /** One or more readers who wait for the same thing. */
    public final class Watch implements AutoCloseable {
        private final K key;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rang = lock.newCondition();
        private int readers;
        private long bells;

        private Watch(K key) {
            this.key = key;
        }

        /** How often it rang. */
        public long bells() {
            lock.lock();
            try {
                return bells;
            } finally {
                lock.unlock();
            }
        }

        /** Returns when it has rung more often than {@code heard}, or after {@code atMost}. */
        public void await(long heard, Duration atMost) throws InterruptedException {
            lock.lock();
            try {
                long left = atMost.toNanos();
                while (bells <= heard && left > 0) {
                    left = rang.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            watched.computeIfPresent(key, (_, watch) -> watch.left() ? null : watch);
        }

        private void ring() {
            lock.lock();
            try {
                bells++;
                rang.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private Watch joined() {
            readers++;
            return this;
        }

        private boolean left() {
            readers--;
            return readers == 0;
        }
    }
}
