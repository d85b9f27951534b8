package io.signalbox.scheduler.loop.event;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The outboxes of one collection. Called by {@link AppendEvents} alone; each method blocks, and throws when the store does not
 * answer: then it may be repeated.
 */
public interface OutboxStore {

    /** What these documents keep, read from the primary; those that keep nothing are left out. */
    List<Outbox> read(Collection<String> owners);

    /** At most {@code limit} owners that keep something and are not {@code known}. */
    List<String> leftBehind(Predicate<String> known, int limit);

    /** At most {@code limit} owners that keep something. */
    default List<String> leftBehind(int limit) {
        return leftBehind(_ -> false, limit);
    }

    /** Takes exactly these events out of their outboxes; touches nothing else of the documents (C16). Idempotent. */
    void clear(List<Outbox> appended);
}
