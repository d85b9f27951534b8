package io.signalbox.gateway.relay.bell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Things to be told, each once, in the order in which they came. Bounded: what a lost message would cost, a dropped one does. */
final class Gathering<T> {
    private static final int MOST = 50_000;

    private final Set<T> things = new LinkedHashSet<>();

    synchronized void add(T thing) {
        if (things.size() < MOST) {
            things.add(thing);
        }
    }

    synchronized List<T> take() {
        List<T> taken = new ArrayList<>(things);
        things.clear();
        return taken;
    }
}
