package io.signalbox.gateway.audit;

import java.util.List;
import java.util.Optional;

/** Follows the whole chain from the oldest entry that is kept. Blocks for a round trip per thousand entries. */
public final class VerifyAudit {
    private static final int AT_ONCE = 1_000;

    private final AuditStore store;

    /** Reads {@code store}. */
    public VerifyAudit(AuditStore store) {
        this.store = store;
    }

    /**
     * What was found.
     *
     * @param whole whether each entry says what it said when it was written, and follows the one before
     * @param entries how many were looked at
     * @param last sequence of the last one that is whole
     * @param head its hash: who has written down an earlier head finds it again at its place
     */
    public record Proof(boolean whole, long entries, long last, String head) {}

    /** Follows the chain to its end, or to the first entry that is not whole. */
    public Proof proof() {
        Optional<AuditEntry> before = Optional.empty();
        long seen = 0;
        while (true) {
            long place = before.map(AuditEntry::sequence).orElse(0L);
            List<AuditEntry> entries = store.after(place, AT_ONCE);
            for (AuditEntry entry : entries) {
                boolean follows = before.map(entry::follows).orElse(true);
                if (!follows || !entry.isIntact()) {
                    return proof(false, seen, before);
                }
                before = Optional.of(entry);
                seen++;
            }
            if (entries.size() < AT_ONCE) {
                return proof(true, seen, before);
            }
        }
    }

    private static Proof proof(boolean whole, long seen, Optional<AuditEntry> last) {
        return new Proof(
                whole,
                seen,
                last.map(AuditEntry::sequence).orElse(0L),
                last.map(AuditEntry::hash).orElse(""));
    }
}
