package io.signalbox.faults.adapter.net;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Where the bytes of a line wait for better weather. Thread-safe. */
final class Gate {
    private static final long LATE_MILLIS = 300;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Weather weather = Weather.CLEAR;
    private boolean closed;

    /** Which way bytes go. */
    enum Direction {
        REQUEST(Weather.KEPT_REQUESTS),
        ANSWER(Weather.KEPT_ANSWERS);

        private final Weather kept;

        Direction(Weather kept) {
            this.kept = kept;
        }
    }

    Weather weather() {
        lock.lock();
        try {
            return weather;
        } finally {
            lock.unlock();
        }
    }

    void change(Weather to) {
        lock.lock();
        try {
            weather = to;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when a piece may be passed on; false when it vanishes. */
    boolean pass(Direction direction) throws InterruptedException {
        lock.lock();
        try {
            while (weather == direction.kept && !closed) {
                changed.await();
            }
            if (weather == Weather.SLOW) {
                lock.unlock();
                try {
                    Thread.sleep(LATE_MILLIS);
                } finally {
                    lock.lock();
                }
            }
            return weather != Weather.SILENT && weather != Weather.CUT;
        } finally {
            lock.unlock();
        }
    }
}
