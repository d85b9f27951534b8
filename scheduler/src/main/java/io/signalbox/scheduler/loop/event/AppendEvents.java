package io.signalbox.scheduler.loop.event;

import io.signalbox.scheduler.loop.event.EventStore.Append;
import io.signalbox.scheduler.loop.leadership.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from outboxes into the feed, beside the loop (C19). It reads what the documents keep rather than believing
 * memory, so an event is never told of a state that was not stored; one batch is appended before the next is read. A batch that ended with an unknown outcome is repeated with the same sequences.
 *
 * <p>{@link #changed} is for any thread, {@link #round} for one.
 */
public final class AppendEvents {

    private static final int MOST_OWNERS = 500;

    private final Term term;
    private final EventStore feed;
    private final FeedListener listener;
    private final ClearOutboxes clearing;
    private final LinkedBlockingQueue<Changed> waiting = new LinkedBlockingQueue<>();
    private final List<Changed> taken = new ArrayList<>();
    private final Set<String> carried = ConcurrentHashMap.newKeySet();
    private @Nullable EventBatch unappended;
    private volatile boolean swept;
    private long next;

    /**
     * @param term whose events they are
     * @param feed where they go
     * @param listener hears of what was appended
     * @param nanoTime the monotonic clock
     */
    public AppendEvents(Term term, EventStore feed, FeedListener listener, LongSupplier nanoTime) {
        this.term = term;
        this.feed = feed;
        this.listener = listener;
        this.clearing = new ClearOutboxes(nanoTime);
    }

    /** Puts the epoch's marker; before the first round. */
    public void open(Instant at) {
        next = feed.open(term.epoch(), at);
    }

    /**
     * These documents keep new events. Until the outboxes were swept once, an earlier leader may have left some of them there and in
     * the feed, too.
     *
     * @param outboxes where
     * @param owners which
     * @param afterwards done once their events stand in the feed; must not block
     */
    public void changed(OutboxStore outboxes, Collection<String> owners, Runnable afterwards) {
        carry(new Changed(outboxes, List.copyOf(owners), swept ? Origin.OWN : Origin.UNCERTAIN, afterwards));
    }

    /** These documents keep events, some of which may stand in the feed already: an earlier leader may have left them. */
    public void leftBehind(OutboxStore outboxes, Collection<String> owners) {
        carry(new Changed(outboxes, List.copyOf(owners), Origin.UNCERTAIN, () -> {}));
    }

    private void carry(Changed changed) {
        carried.addAll(changed.owners());
        waiting.add(changed);
    }

    /** Whether this outbox was named and not yet cleared, so that nobody has to look for it; for any thread. */
    public boolean carries(String owner) {
        return carried.contains(owner);
    }

    /** Everything that an earlier leader left behind has been named. */
    public void swept() {
        swept = true;
    }

    /** Appends what waits, a batch at a time, and clears outboxes when it is time; blocks for the store. */
    public void round() {
        while (term.mayCommit() && oneBatch()) {
            // Under load there is always another one.
            clearing.clearDue(carried::remove);
        }
        clearing.clearDue(carried::remove);
    }

    private boolean oneBatch() {
        take();
        if (taken.isEmpty()) {
            return false;
        }
        EventBatch batch = unappended == null ? EventBatch.read(taken, feed, clearing) : unappended;
        unappended = batch;
        if (!append(batch)) {
            return false;
        }
        unappended = null;
        clearing.appended(batch.kept());
        taken.forEach(this::forgetEmpty);
        List<Changed> done = List.copyOf(taken);
        taken.clear();
        done.forEach(changed -> changed.afterwards().run());
        return true;
    }

    private void forgetEmpty(Changed changed) {
        changed.owners().stream()
                .filter(owner -> !clearing.remembers(changed.outboxes(), owner))
                .forEach(carried::remove);
    }

    private void take() {
        if (!taken.isEmpty()) {
            return;
        }
        int owners = 0;
        for (Changed head = waiting.poll(); head != null; head = owners < MOST_OWNERS ? waiting.poll() : null) {
            taken.add(head);
            owners += head.owners().size();
        }
    }

    private boolean append(EventBatch batch) {
        List<FeedEvent> events = batch.events();
        if (events.isEmpty()) {
            return true;
        }
        if (!term.mayCommit()) {
            return false;
        }
        if (feed.append(next, events) == Append.OUTDONE) {
            term.end();
            return false;
        }
        next += events.size();
        listener.appended(next - 1, events);
        return true;
    }

    /** Whether the feed may know events of an outbox already. */
    enum Origin {
        OWN,
        UNCERTAIN
    }

    /** Documents whose outboxes are to be emptied. */
    record Changed(OutboxStore outboxes, List<String> owners, Origin origin, Runnable afterwards) {}
}
