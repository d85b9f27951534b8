package io.signalbox.scheduler.loop.leadership;

import io.signalbox.model.id.Epoch;
import java.util.Optional;

/** The record of who leads, in memory; it can be away, and it can lose its answers. Safe for use by many threads. */
public final class InMemoryLeadershipStore implements LeadershipStore {

    private LeadershipRecord record = new LeadershipRecord(new Epoch(0), "", 0);
    private boolean away;
    private boolean losingAnswers;

    @Override
    public synchronized Optional<LeadershipRecord> read() {
        return away ? Optional.empty() : Optional.of(record);
    }

    @Override
    public synchronized Swap raise(Epoch from, String holder) {
        return swap(record.epoch().equals(from), new LeadershipRecord(from.next(), holder, record.renewal() + 1));
    }

    @Override
    public synchronized Swap renew(Epoch epoch, String holder) {
        boolean holds = record.epoch().equals(epoch) && record.holder().equals(holder);
        return swap(holds, new LeadershipRecord(epoch, holder, record.renewal() + 1));
    }

    /** From now on it does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    /** It answers again. */
    public synchronized void comeBack() {
        away = false;
        losingAnswers = false;
    }

    /** From now on it does what it is told, but nobody hears of it. */
    public synchronized void loseAnswers() {
        losingAnswers = true;
    }

    private Swap swap(boolean expected, LeadershipRecord wanted) {
        if (away) {
            return Swap.UNKNOWN;
        }
        if (expected) {
            record = wanted;
        }
        return losingAnswers ? Swap.UNKNOWN : expected ? Swap.APPLIED : Swap.CONFLICT;
    }
}
