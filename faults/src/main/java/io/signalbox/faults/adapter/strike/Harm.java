package io.signalbox.faults.adapter.strike;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How a fault begins and ends.
 *
 * @param begin does it
 * @param end takes it back
 */
record Harm(Runnable begin, Runnable end) {

    /** One to whoever it is when it begins, such as a primary; it ends for the same. */
    static Harm to(Supplier<String> whom, Consumer<String> begin, Consumer<String> end) {
        AtomicReference<String> struck = new AtomicReference<>();
        return new Harm(
                () -> {
                    struck.set(whom.get());
                    begin.accept(struck.get());
                },
                () -> {
                    if (struck.get() != null) {
                        end.accept(struck.get());
                    }
                });
    }

    /** One that takes the time that it takes. */
    static Harm once(Runnable whole) {
        return new Harm(whole, () -> {});
    }
}
