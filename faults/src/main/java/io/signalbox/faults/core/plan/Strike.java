package io.signalbox.faults.core.plan;

/**
 * One fault at its time.
 *
 * @param kind what happens
 * @param target to whom
 * @param atMillis when, from the beginning of the run
 * @param lengthMillis for how long
 */
public record Strike(FaultKind kind, String target, long atMillis, long lengthMillis) {

    @Override
    public String toString() {
        return "%s(%s)@%.1f+%.1fs".formatted(kind.wire(), target, atMillis / 1000.0, lengthMillis / 1000.0);
    }
}
