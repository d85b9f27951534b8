package io.signalbox.gateway.webhook.lease;

/** Keeps the lease. Methods block for a round trip and end with a problem when the store is away. */
public interface LeaseStore {

    /**
     * A lease as it stands.
     *
     * @param holder who has it; empty: nobody
     * @param counter grows with each renewal
     */
    record Lease(String holder, long counter) {}

    /** As it stands at present. */
    Lease lease();

    /**
     * Gives it another holder or counter, if it still stands as it was read.
     *
     * @return whether it stood so
     */
    boolean change(Lease before, Lease after);
}
