package io.signalbox.gateway.relay.refusal;

import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.RefusedCall;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.finish.KnownAttempt;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers refused calls until the next {@link #flush}, so that a runner that repeats itself costs one write, and keeps them for the timelines
 * of their tasks. One runner has room for a few attempts only: what it names beyond them is counted, and not shown. Thread-safe.
 */
public final class ShownRefusals implements Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(ShownRefusals.class);
    private static final int MOST = 500;
    private static final int MOST_OF_A_RUNNER = 20;
    private static final int LONGEST_WHY = 200;

    private final Refusals counted;
    private final RefusalStore store;
    private final AttemptDirectory directory;
    private final InstantSource time;
    private Map<Key, Gathered> waiting = new HashMap<>();
    private Map<RunnerId, Integer> ofRunner = new HashMap<>();

    /**
     * @param counted hears of each refusal first
     * @param directory says whose an attempt is
     * @param time that of the events on a timeline
     */
    public ShownRefusals(Refusals counted, RefusalStore store, AttemptDirectory directory, InstantSource time) {
        this.counted = counted;
        this.store = store;
        this.directory = directory;
        this.time = time;
    }

    private record Key(AttemptId attempt, Refusal refusal) {}

    private record Gathered(RefusedCall newest, long count, Instant first, Instant last) {
        Gathered and(RefusedCall call, Instant now) {
            return new Gathered(call, count + 1, first, now);
        }

        KeptRefusal of(TaskId task) {
            String why = newest.why().substring(0, Math.min(newest.why().length(), LONGEST_WHY));
            return new KeptRefusal(task, newest.attempt(), newest.refusal(), count, first, last, newest.runner(), why);
        }
    }

    @Override
    public void refused(Refusal refusal, String about, String why) {
        counted.refused(refusal, about, why);
    }

    @Override
    public void refused(RefusedCall call) {
        counted.refused(call);
        gather(call, time.instant());
    }

    private synchronized void gather(RefusedCall call, Instant now) {
        Key key = new Key(call.attempt(), call.refusal());
        Gathered before = waiting.get(key);
        if (before != null) {
            waiting.put(key, before.and(call, now));
        } else if (waiting.size() < MOST && ofRunner.merge(call.runner(), 1, Integer::sum) <= MOST_OF_A_RUNNER) {
            waiting.put(key, new Gathered(call, 1, now, now));
        }
    }

    /** Keeps what was gathered; blocks for the look-up of each attempt that the relay did not know. What no task has is dropped (C25). */
    public void flush() {
        try {
            for (Gathered gathered : take().values()) {
                task(gathered.newest()).ifPresent(task -> store.add(gathered.of(task)));
            }
        } catch (CompletionException e) {
            LOG.warn("Failed to look up whose the attempts are about which calls were refused: {}", e.getMessage());
        }
    }

    private synchronized Map<Key, Gathered> take() {
        Map<Key, Gathered> taken = waiting;
        waiting = new HashMap<>();
        ofRunner = new HashMap<>();
        return taken;
    }

    private Optional<TaskId> task(RefusedCall call) {
        return call.task().or(() -> directory.find(call.attempt()).join().map(KnownAttempt::task));
    }
}
