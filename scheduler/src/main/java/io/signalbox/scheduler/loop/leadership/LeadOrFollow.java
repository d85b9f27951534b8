package io.signalbox.scheduler.loop.leadership;

import io.signalbox.model.id.Epoch;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether this scheduler leads (C14). A follower takes over as soon as it is hinted to (it is the active consumer
 * of the leader's queue, so the old leader's connection has ended), or when the leader's renewals have stood still for
 * long enough on its own monotonic clock, which needs no broker. A leader renews, and steps down when it was outdone.
 *
 * <p>Not safe for use by many threads, but where it says so: one {@link LeadershipDuty} calls it.
 */
public final class LeadOrFollow {

    private static final Logger LOG = LoggerFactory.getLogger(LeadOrFollow.class);

    private final String self;
    private final LeadershipStore store;
    private final LeadershipTimes times;
    private final LongSupplier nanoTime;
    private final Reign reign;
    private volatile Standing standing = new Standing.Unknowing();

    /**
     * @param self a name that no other process, and no earlier run of this one, has
     * @param store the record of who leads
     * @param times the intervals
     * @param nanoTime this process's monotonic clock
     * @param reign what to do while leading
     */
    public LeadOrFollow(String self, LeadershipStore store, LeadershipTimes times, LongSupplier nanoTime, Reign reign) {
        this.self = self;
        this.store = store;
        this.times = times;
        this.nanoTime = nanoTime;
        this.reign = reign;
    }

    /** Whether it leads now; for any thread. */
    public boolean isLeading() {
        return standing instanceof Standing.Leading;
    }

    /**
     * Looks once and does what follows; blocks for the store. A term that has ended by itself is noticed here, so that one that
     * cannot go on is not begun anew more often than somebody looks.
     */
    public void look() {
        switch (standing) {
            case Standing.Leading leading when leading.term().isOver() -> takeAnew(leading);
            case Standing.Leading leading -> renew(leading);
            case Standing.Following following -> store.read().ifPresent(now -> compare(following, now));
            case Standing.Unknowing _ -> store.read().ifPresent(this::follow);
        }
    }

    /** Takes the epoch unless it has it: this scheduler is the active consumer of the leader's queue. */
    public void hinted() {
        if (!isLeading()) {
            store.read().ifPresent(now -> take(now.epoch()));
        }
    }

    /** Ends leading, if it does; the others find out by their hints. */
    public void resign() {
        if (standing instanceof Standing.Leading leading) {
            stepDown(leading, "it was told to stop");
        }
    }

    private void follow(LeadershipRecord now) {
        standing = following(now);
        reign.follow();
    }

    private void compare(Standing.Following before, LeadershipRecord now) {
        if (now.holder().equals(self)) {
            take(now.epoch());
        } else if (!now.equals(before.seen())) {
            standing = following(now);
        } else if (nanoTime.getAsLong() - before.since() >= times.takeAfter().toNanos()) {
            LOG.info("Found the renewals of {} standing still in epoch {}", now.holder(), now.epoch());
            take(now.epoch());
        }
    }

    private void renew(Standing.Leading leading) {
        long sentAt = nanoTime.getAsLong();
        if (sentAt - leading.renewalTriedAt() < times.renewEvery().toNanos()) {
            return;
        }
        standing = leading.triedAt(sentAt);
        switch (store.renew(leading.term().epoch(), self)) {
            case APPLIED -> leading.term().renewed(sentAt);
            case CONFLICT -> stepDown(leading, "a higher epoch is there");
            case UNKNOWN ->
                LOG.warn("Failed to renew epoch {}: no answer", leading.term().epoch());
        }
    }

    private void takeAnew(Standing.Leading leading) {
        stepDown(leading, "its memory is in doubt");
        take(leading.term().epoch());
    }

    private void take(Epoch from) {
        long sentAt = nanoTime.getAsLong();
        switch (store.raise(from, self)) {
            case APPLIED -> {
                var term = new Term(from.next(), times.commitWithin(), nanoTime, sentAt);
                LOG.info("Took epoch {}", term.epoch());
                standing = new Standing.Leading(term, sentAt, reign.begin(term));
            }
            case CONFLICT, UNKNOWN -> standing = new Standing.Unknowing();
        }
    }

    private void stepDown(Standing.Leading leading, String why) {
        LOG.info("Stepped down from epoch {}: {}", leading.term().epoch(), why);
        standing = new Standing.Unknowing();
        leading.term().end();
        leading.end().run();
    }

    private Standing following(LeadershipRecord seen) {
        return new Standing.Following(seen, nanoTime.getAsLong());
    }
}
