package io.signalbox.faults.adapter.strike;

/**
 * How a fault begins and ends.
 *
 * @param begin does it
 * @param end takes it back
 */
record Harm(Runnable begin, Runnable end) {

    /** One that takes the time that it takes. */
    static Harm once(Runnable whole) {
        return new Harm(whole, () -> {});
    }
}
