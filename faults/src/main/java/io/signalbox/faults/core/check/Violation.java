package io.signalbox.faults.core.check;

/**
 * Something that must not be.
 *
 * @param invariant which did not hold
 * @param what happened, to which task or attempt
 */
public record Violation(String invariant, String what) {

    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
