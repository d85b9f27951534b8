package io.signalbox.scheduler.loop.purge;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.retention.Due;
import io.signalbox.scheduler.core.retention.FinishedTask;
import io.signalbox.scheduler.core.retention.Retention;
import io.signalbox.scheduler.core.runner.SlotReading;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.purge.PurgeStore.Page;
import io.signalbox.scheduler.loop.purge.PurgeStore.Place;
import io.signalbox.scheduler.loop.sweep.FleetReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes finished tasks that have been kept long enough (C25): passes through all that ended, a page at a time. Of one that is due it
 * first wishes that its log be removed, then writes into the task that there is none any more, which nobody takes back; a gateway
 * removes the log and with it the wish; a task that is marked and not wished any more goes. Each step may be repeated, and whoever leads next finds
 * from the store alone how far it had come. Not safe for use by many threads.
 */
public final class PurgeTasks implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeTasks.class);
    private static final int PAGE = 1_000;
    private static final int MOST_AWAITED = 4 * PAGE;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Term term;
    private final PurgeStore store;
    private final FleetReader fleet;
    private final Supplier<Now> time;
    private final IntConsumer purged;
    private final Map<TaskId, FinishedTask> awaited = new LinkedHashMap<>();
    private @Nullable Retention retention;
    private @Nullable Place place;
    private long nextPassAt = Long.MIN_VALUE;
    private int removed;

    /**
     * @param term whose leader removes
     * @param store from where
     * @param fleet the policies, and what runners name
     * @param time what time it is
     * @param purged hears how many tasks were removed
     */
    public PurgeTasks(Term term, PurgeStore store, FleetReader fleet, Supplier<Now> time, IntConsumer purged) {
        this.term = term;
        this.store = store;
        this.fleet = fleet;
        this.time = time;
        this.purged = purged;
    }

    /** Does one page; between two passes it rests. While the store's time is unknown nothing is due (C22). */
    @Override
    public void run() {
        Now now = time.get();
        Instant known = now.store();
        if (known == null || !term.mayCommit()) {
            return;
        }
        removeReady();
        if (awaited.size() <= MOST_AWAITED - PAGE && now.monotonicMillis() >= nextPassAt) {
            walk(known, now.monotonicMillis());
        }
    }

    private void removeReady() {
        if (awaited.isEmpty()) {
            return;
        }
        Set<TaskId> wanted = store.wanted(awaited.keySet());
        List<FinishedTask> ready = awaited.values().stream()
                .filter(task -> !wanted.contains(task.id()))
                .toList();
        if (ready.isEmpty() || !term.mayCommit()) {
            return;
        }
        int gone = store.remove(ready);
        ready.forEach(task -> awaited.remove(task.id()));
        removed += gone;
        purged.accept(gone);
    }

    private void walk(Instant now, long monotonicMillis) {
        Retention begun =
                place == null || retention == null ? new Retention(fleet.policies(), now, named()) : retention;
        retention = begun;
        Page page = store.finished(place, begun.latest(), PAGE);
        decide(page.tasks(), begun, now);
        place = page.next();
        if (place == null) {
            nextPassAt = monotonicMillis + REST.toMillis();
            tell();
        }
    }

    private void decide(List<FinishedTask> tasks, Retention kept, Instant now) {
        Map<Due, List<FinishedTask>> due = tasks.stream().collect(Collectors.groupingBy(kept::of));
        List<FinishedTask> whole = due.getOrDefault(Due.TASK, List.of());
        List<FinishedTask> logs = due.getOrDefault(Due.LOG, List.of());
        List<FinishedTask> fresh = List.of(whole, logs).stream()
                .flatMap(Collection::stream)
                .filter(task -> task.logPurgedAt() == null)
                .toList();
        if (!fresh.isEmpty() && term.mayCommit()) {
            store.want(fresh);
            if (term.mayCommit()) {
                store.mark(fresh, now);
            }
        }
        whole.forEach(task -> awaited.put(task.id(), task));
    }

    private Set<AttemptId> named() {
        return fleet.runners().stream()
                .flatMap(runner -> runner.slots().stream())
                .map(SlotReading::attempt)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void tell() {
        if (removed > 0) {
            LOG.info(
                    "Purged {} tasks that had been kept long enough; {} wait for their logs to go",
                    removed,
                    awaited.size());
            removed = 0;
        }
    }
}
