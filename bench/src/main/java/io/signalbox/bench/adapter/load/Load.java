package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.http.Installation;
import java.util.List;

/** A load on a running installation. */
@FunctionalInterface
public interface Load {

    /** Puts it on; each line states one figure with its unit. Blocks for as long as it takes, which is bounded. */
    List<String> run(Installation installation) throws InterruptedException;
}
