package io.signalbox.backbone.mongo.write;

import java.time.Duration;

/** Hears of each bulk write, for metrics. Called in the writing thread: must not block. */
@FunctionalInterface
public interface BatchListener {

    /** Hears nothing. */
    BatchListener NONE = (_, _, _) -> {};

    /** {@code writes} writes of {@code collection} went out together and were answered after {@code took}. */
    void written(String collection, int writes, Duration took);
}
