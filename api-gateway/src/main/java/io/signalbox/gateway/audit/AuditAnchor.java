package io.signalbox.gateway.audit;

/**
 * Where what is kept of the chain begins: the last entry that was removed because it was old.
 *
 * @param sequence its place; 0 where none was removed
 * @param hash its hash, which the entry behind it names
 */
public record AuditAnchor(long sequence, String hash) {
    /** Of a chain from which nothing was removed. */
    public static final AuditAnchor BEGIN = new AuditAnchor(0, "0".repeat(64));
}
