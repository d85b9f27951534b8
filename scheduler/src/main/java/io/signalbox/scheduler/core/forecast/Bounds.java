package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.policy.PoolPolicy;

/**
 * Between which numbers of slots a pool may be.
 *
 * @param policy of the pool
 */
record Bounds(PoolPolicy policy) {

    int clamp(int needed) {
        return Math.max(policy.minimumSize(), Math.min(needed, most()));
    }

    /** What keeps it from being as large as needed, for people; empty when nothing does. */
    String reason(int needed) {
        if (needed < policy.minimumSize()) {
            return "; its minimum size is " + policy.minimumSize();
        }
        if (needed <= most()) {
            return "";
        }
        return policy.cap() != null && policy.cap() == most()
                ? "; its cap is " + policy.cap()
                : "; its maximum size is " + policy.maximumSize();
    }

    private int most() {
        int size = policy.maximumSize() == null ? Integer.MAX_VALUE : policy.maximumSize();
        return policy.cap() == null ? size : Math.min(size, policy.cap());
    }
}
