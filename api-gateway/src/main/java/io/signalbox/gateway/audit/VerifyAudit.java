package io.signalbox.gateway.audit;

import java.util.List;

/** Follows the whole chain from its anchor on, the oldest entry that is kept. Blocks for a round trip per thousand entries. */
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

    /** Follows the chain to its end, or to the first entry that is not whole; anew where it was shortened meanwhile. */
    public Proof proof() {
        AuditAnchor anchor = store.anchor();
        Proof proof = from(anchor);
        return proof.whole() || store.anchor().equals(anchor) ? proof : proof();
    }

    private Proof from(AuditAnchor anchor) {
        AuditAnchor before = anchor;
        long seen = 0;
        while (true) {
            List<AuditEntry> entries = store.after(before.sequence(), AT_ONCE);
            for (AuditEntry entry : entries) {
                if (!entry.follows(before) || !entry.isIntact()) {
                    return new Proof(false, seen, before.sequence(), before.hash());
                }
                before = entry.asAnchor();
                seen++;
            }
            if (entries.size() < AT_ONCE) {
                return new Proof(true, seen, before.sequence(), before.hash());
            }
        }
    }
}
