package io.signalbox.standalone.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes changes durable, many at a time. Whoever comes while nothing is under way commits for all that have come so far;
 * whoever comes meanwhile waits, and the first of them commits for all of these. Safe for use by many threads.
 */
final class GroupCommit {

    private final Runnable commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long arrived;
    private long durable;
    private boolean committing;

    /** {@code commit} makes durable whatever was changed before it began, or throws. */
    GroupCommit(Runnable commit) {
        this.commit = commit;
    }

    /**
     * Returns when everything that the calling thread has changed is durable.
     *
     * @throws RuntimeException when it is not, and nobody knows whether it will be
     */
    void await() {
        lock.lock();
        try {
            long own = ++arrived;
            while (durable < own) {
                if (committing) {
                    ended.awaitUninterruptibly();
                } else {
                    commitForAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void commitForAll() {
        long upTo = arrived;
        committing = true;
        lock.unlock();
        boolean done = false;
        try {
            commit.run();
            done = true;
        } finally {
            lock.lock();
            committing = false;
            durable = done ? upTo : durable;
            ended.signalAll();
        }
    }
}
