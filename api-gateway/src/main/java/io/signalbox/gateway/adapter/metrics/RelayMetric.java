package io.signalbox.gateway.adapter.metrics;

/** What is measured of relay and store. */
enum RelayMetric {
    RUNNERS("signalbox.runners", "Runners that this gateway holds, by pool and state"),
    REFUSED("signalbox.refused", "What the relay refused, by kind"),
    BATCH_SIZE("signalbox.batch.size", "Writes that went out together, by kind"),
    STORE_SECONDS("signalbox.store", "Round trips to the store, by operation");

    /** Tag of RUNNERS. */
    static final String POOL = "pool";
    /** Tag of RUNNERS. */
    static final String STATE = "state";
    /** Tag of REFUSED and BATCH_SIZE. */
    static final String KIND = "kind";
    /** Tag of STORE_SECONDS. */
    static final String OPERATION = "operation";

    private final String id;
    private final String description;

    RelayMetric(String id, String description) {
        this.id = id;
        this.description = description;
    }

    /** Its name; the registry adds the unit. */
    String id() {
        return id;
    }

    String description() {
        return description;
    }
}
