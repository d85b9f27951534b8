package io.signalbox.gateway.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The audit log in memory; a place is taken once. Thread-safe. */
final class AuditMemory implements AuditStore {
    private final TreeMap<Long, AuditEntry> entries = new TreeMap<>();
    private AuditAnchor anchor = AuditAnchor.BEGIN;
    private boolean cutBeforeNextReading;

    /** What somebody with access to the store can do. */
    synchronized void replace(AuditEntry entry) {
        entries.put(entry.sequence(), entry);
    }

    synchronized void take(long sequence) {
        entries.remove(sequence);
    }

    @Override
    public synchronized Optional<AuditEntry> last() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.lastEntry().getValue());
    }

    @Override
    public synchronized int add(List<AuditEntry> wanted) {
        int stored = 0;
        while (stored < wanted.size()
                && entries.putIfAbsent(wanted.get(stored).sequence(), wanted.get(stored)) == null) {
            stored++;
        }
        return stored;
    }

    @Override
    public synchronized List<AuditEntry> after(long sequence, int most) {
        return entries.tailMap(sequence, false).values().stream().limit(most).toList();
    }

    @Override
    public synchronized AuditAnchor anchor() {
        AuditAnchor shown = anchor;
        if (cutBeforeNextReading) {
            cutBeforeNextReading = false;
            cut(entries.lastKey());
        }
        return shown;
    }

    /** What is asked for the anchor next is answered, and then all but the newest entry is removed. */
    synchronized void cutAfterNextAnchor() {
        cutBeforeNextReading = true;
    }

    @Override
    public synchronized void removeBefore(Instant time) {
        entries.values().stream()
                .filter(entry -> !entry.fact().at().isBefore(time))
                .findFirst()
                .ifPresent(first -> cut(first.sequence()));
    }

    private void cut(long first) {
        anchor = new AuditAnchor(
                first - 1, Objects.requireNonNull(entries.get(first)).previous());
        entries.headMap(first).clear();
    }
}
