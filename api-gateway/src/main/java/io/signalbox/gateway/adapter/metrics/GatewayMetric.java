package io.signalbox.gateway.adapter.metrics;

/** What is measured of the client API; names as in {@code docs/metrics.md}. */
public enum GatewayMetric {
    REFUSED("signalbox.refused", "kind", "Requests of the client API that were answered with a problem, by its code"),
    DECOY("signalbox.decoy.used", "", "Uses of API tokens that were laid out to be found: each means a theft"),
    WEBHOOK("signalbox.webhook.tries", "outcome", "Tries to tell a webhook of an event, by what came of them"),
    PURGED("signalbox.purged", "kind", "What was removed because it had been kept long enough"),
    PUBLISH("signalbox.publish", "", "How long a bell's messages took until their outcomes were known");

    private final String id;
    private final String tag;
    private final String description;

    GatewayMetric(String id, String tag, String description) {
        this.id = id;
        this.tag = tag;
        this.description = description;
    }

    /** Its name, without what Prometheus appends for the unit. */
    public String id() {
        return id;
    }

    /** The name of its tag; empty if it has none. */
    public String tag() {
        return tag;
    }

    /** What it tells. */
    public String description() {
        return description;
    }
}
