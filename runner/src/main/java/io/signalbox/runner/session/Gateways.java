package io.signalbox.runner.session;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The gateways in the order given; all calls go to the same one until it fails. Thread-safe. */
public final class Gateways {
    private final List<URI> all;
    private final AtomicInteger current = new AtomicInteger();

    public Gateways(List<URI> all) {
        this.all = List.copyOf(all);
    }

    /** The one to call. */
    public URI current() {
        return all.get(current.get());
    }

    /** Goes on at the next, unless somebody has done so already. */
    public void failed(URI gateway) {
        int index = all.indexOf(gateway);
        current.compareAndSet(index, (index + 1) % all.size());
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }
}
