package io.signalbox.gateway.relay.command;

import io.signalbox.gateway.relay.bell.BellPublisher;
import io.signalbox.model.id.RelayId;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This relay's record: renewed every 2 s, and at once when a new leader asks for a snapshot, which is answered only then (C8, C15).
 */
public final class RelayRecord {
    private static final Logger LOG = LoggerFactory.getLogger(RelayRecord.class);

    private final RelayId relay;
    private final RelayRecords records;
    private final HighestEpoch highest;
    private final BellPublisher bells;
    private final Executor background;
    private long renewal;

    /**
     * Keeps the record of {@code relay}.
     *
     * @param background runs what blocks
     */
    public RelayRecord(
            RelayId relay, RelayRecords records, HighestEpoch highest, BellPublisher bells, Executor background) {
        this.relay = relay;
        this.records = records;
        this.highest = highest;
        this.bells = bells;
        this.background = background;
    }

    /** Renews it; a store that is away is tried again with the next renewal. */
    public synchronized void renew() {
        try {
            renewal++;
            records.renew(relay, renewal, highest.get());
        } catch (RuntimeException e) {
            LOG.warn("Failed to renew the record of relay {}: {}", relay, e.getMessage());
        }
    }

    /** Answers a snapshot question, without waiting for it. */
    void answer() {
        background.execute(() -> {
            renew();
            bells.answerSnapshot();
        });
    }

    /** Removes it; idempotent. */
    public synchronized void remove() {
        try {
            records.remove(relay);
        } catch (RuntimeException e) {
            LOG.warn("Failed to remove the record of relay {}: {}", relay, e.getMessage());
        }
    }
}
