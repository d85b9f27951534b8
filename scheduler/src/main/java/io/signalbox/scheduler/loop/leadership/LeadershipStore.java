package io.signalbox.scheduler.loop.leadership;

import io.signalbox.model.id.Epoch;
import java.util.Optional;

/** The one record of who leads. Called by {@link LeadOrFollow} alone; each method blocks for at most a few round trips. */
public interface LeadershipStore {

    /** What it says now, read from the primary; empty while the store does not answer. The first call ever creates it. */
    Optional<LeadershipRecord> read();

    /** Raises the epoch by one for {@code holder}, provided that it still is {@code from}. */
    Swap raise(Epoch from, String holder);

    /** Counts one renewal, provided that {@code holder} still leads in {@code epoch}. */
    Swap renew(Epoch epoch, String holder);
}
