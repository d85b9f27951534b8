package io.signalbox.runner.contact;

/** Tells moments. */
@FunctionalInterface
public interface MachineClock {
    /** The present one. */
    Moment now();
}
