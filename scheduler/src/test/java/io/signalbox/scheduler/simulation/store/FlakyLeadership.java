package io.signalbox.scheduler.simulation.store;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.loop.leadership.InMemoryLeadershipStore;
import io.signalbox.scheduler.loop.leadership.LeadershipRecord;
import io.signalbox.scheduler.loop.leadership.LeadershipStore;
import io.signalbox.scheduler.loop.leadership.Swap;
import io.signalbox.scheduler.simulation.Fault;
import java.util.Optional;
import java.util.function.Supplier;

/** The record of who leads, in a store that may be away and lose its answers. */
public final class FlakyLeadership implements LeadershipStore {
    private final InMemoryLeadershipStore record;
    private final Weather weather;

    public FlakyLeadership(InMemoryLeadershipStore record, Weather weather) {
        this.record = record;
        this.weather = weather;
    }

    @Override
    public Optional<LeadershipRecord> read() {
        return weather.isStoreAway() || weather.strikesStore() ? Optional.empty() : record.read();
    }

    @Override
    public Swap raise(Epoch from, String holder) {
        Swap swap = answer(() -> record.raise(from, holder));
        return weather.is(Fault.EPOCH_GIVEN_TWICE) && swap == Swap.CONFLICT ? Swap.APPLIED : swap;
    }

    @Override
    public Swap renew(Epoch epoch, String holder) {
        return answer(() -> record.renew(epoch, holder));
    }

    private Swap answer(Supplier<Swap> swap) {
        if (weather.isStoreAway() || weather.strikesStore()) {
            return Swap.UNKNOWN;
        }
        Swap done = swap.get();
        return weather.strikesStore() ? Swap.UNKNOWN : done;
    }
}
