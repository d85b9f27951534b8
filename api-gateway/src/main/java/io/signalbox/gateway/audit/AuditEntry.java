package io.signalbox.gateway.audit;

import io.signalbox.gateway.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A fact at its place in the chain.
 *
 * @param sequence its place, from 1 without a gap
 * @param fact what happened
 * @param previous hash of the entry before it; 64 zeros for the first
 * @param hash SHA-256, in hex, over place, previous hash and every part of the fact, each with its length before it
 */
public record AuditEntry(long sequence, AuditFact fact, String previous, String hash) {
    /** The entry for {@code fact} that follows {@code tail}, or begins the chain. */
    static AuditEntry after(Optional<AuditEntry> tail, AuditFact fact) {
        long sequence = tail.map(AuditEntry::sequence).orElse(0L) + 1;
        String previous = tail.map(AuditEntry::hash).orElse(AuditAnchor.BEGIN.hash());
        return new AuditEntry(sequence, fact, previous, hash(sequence, previous, fact));
    }

    /** Whether it says what it said when it was written. */
    boolean isIntact() {
        return hash.equals(hash(sequence, previous, fact));
    }

    /** Whether it was written right after {@code before}. */
    boolean follows(AuditAnchor before) {
        return sequence == before.sequence() + 1 && previous.equals(before.hash());
    }

    /** It as what another one follows. */
    AuditAnchor asAnchor() {
        return new AuditAnchor(sequence, hash);
    }

    private static String hash(long sequence, String previous, AuditFact fact) {
        Sha256 digest = new Sha256();
        List.of(
                        Long.toString(sequence),
                        previous,
                        Long.toString(fact.at().toEpochMilli()),
                        fact.actor().id(),
                        fact.actor().name(),
                        fact.actor().address(),
                        fact.action(),
                        fact.target(),
                        fact.outcome().wire(),
                        fact.request())
                .forEach(part -> {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    digest.add(ByteBuffer.allocate(Integer.BYTES)
                                    .putInt(bytes.length)
                                    .array())
                            .add(bytes);
                });
        return digest.hex();
    }
}
