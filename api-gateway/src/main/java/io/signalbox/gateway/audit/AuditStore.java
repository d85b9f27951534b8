package io.signalbox.gateway.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the audit log is kept. Entries are added and, when they are old, removed; none is ever changed. Methods block for a round trip. */
public interface AuditStore {

    /** The last entry. */
    Optional<AuditEntry> last();

    /**
     * Adds entries at their places, in their order, until one's place is taken or the store fails.
     *
     * @return how many of them are stored now
     */
    int add(List<AuditEntry> entries);

    /** Entries after a place, oldest first, at most so many. */
    List<AuditEntry> after(long sequence, int most);

    /** Where what is kept begins. Entries up to there may still be in the store, for a moment. */
    AuditAnchor anchor();

    /**
     * Removes the entries before the first one that is not older than this; so no gap comes about, and there is always a last one. The
     * anchor is stored before anything goes (C25). May be repeated, and done by several gateways at once.
     */
    void removeBefore(Instant time);
}
