package io.signalbox.scheduler.loop.errand;

import io.signalbox.scheduler.loop.duty.Duty;
import io.signalbox.scheduler.loop.leadership.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Wishes of one kind, done in groups by one thread: what arrives while a group is under way makes up the next. A group whose doing
 * fails is dropped. {@link #wish} is for any thread and never blocks; starting and stopping are idempotent.
 *
 * @param <T> what is wished
 */
public final class Errand<T> implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 500;

    private final Term term;
    private final Consumer<List<T>> doing;
    private final LinkedBlockingQueue<T> wishes = new LinkedBlockingQueue<>();
    private final Duty duty;

    /**
     * @param name for threads and logs
     * @param term while it lasts, wishes are fulfilled
     * @param doing does a group; may block
     */
    public Errand(String name, Term term, Consumer<List<T>> doing) {
        this.term = term;
        this.doing = doing;
        this.duty = new Duty(name, PAUSE, this::round);
    }

    /** Wants this done soon. */
    public void wish(T wish) {
        wishes.add(wish);
        duty.wake();
    }

    /** Does everything that waits, in the caller's thread. */
    public void round() {
        List<T> group = new ArrayList<>();
        while (term.mayCommit() && wishes.drainTo(group, MOST_AT_ONCE) > 0) {
            doing.accept(List.copyOf(group));
            group.clear();
        }
    }

    /** Begins to do what is wished. */
    public void start() {
        duty.start();
    }

    @Override
    public void close() {
        duty.close();
    }
}
