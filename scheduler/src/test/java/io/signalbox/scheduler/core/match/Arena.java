package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.limit.Limits;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Fleet;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A matcher with tasks and runners around it, without leases and reports: what is assigned runs until it is said to have ended. */
final class Arena {
    private final Matcher matcher = new Matcher(new Limits(), new FairShare());
    private final Fleet fleet = new Fleet();
    private final Map<TaskEntry, Slot> running = new LinkedHashMap<>();
    private int tasks;
    private int runners;
    private long millis;

    /** A decision: this task got this slot. */
    record Pair(TaskEntry task, Slot slot) {}

    Map<TaskEntry, Slot> running() {
        return running;
    }

    long millis() {
        return millis;
    }

    List<Waiting> waiting() {
        return matcher.waiting();
    }

    void pass(long elapsed) {
        millis += elapsed;
    }

    void obey(Policies policies) {
        matcher.obey(policies);
    }

    List<Slot> runner(String pool, int slots, String... tags) {
        runners++;
        Runner.Profile profile = new Runner.Profile("runner-" + runners, new PoolName(pool), List.of(tags), List.of());
        Runner runner = Objects.requireNonNull(
                fleet.learn(Sample.runner(runners), profile, new Generation(1), Availability.OPEN));
        List<Slot> offered = new ArrayList<>();
        for (int number = 0; number < slots; number++) {
            offered.add(runner.knownSlot(number));
        }
        offered.forEach(matcher::offer);
        return offered;
    }

    TaskEntry submit(Sample.Terms terms) {
        TaskTerms built = terms.createdAt(Sample.START.plusMillis(millis)).build();
        TaskEntry task = new TaskEntry(StoredTask.inserted(Sample.task(++tasks), built), built);
        matcher.await(task);
        return task;
    }

    /** It has waited for long enough: its fallback holds. */
    void widen(TaskEntry task) {
        matcher.leave(task);
        task.widen();
        matcher.await(task);
    }

    void cancel(TaskEntry task) {
        matcher.forget(task);
    }

    List<Pair> match() {
        List<Pair> pairs = new ArrayList<>();
        matcher.match(millis, (task, slot) -> {
            matcher.occupy(task, attempt(task, slot));
            running.put(task, slot);
            pairs.add(new Pair(task, slot));
        });
        return pairs;
    }

    void end(TaskEntry task) {
        Slot slot = Objects.requireNonNull(running.remove(task));
        task.countTry(TaskState.PASSED);
        matcher.vacate(task, millis);
        matcher.forget(task);
        matcher.offer(slot);
    }

    private static Attempt attempt(TaskEntry task, Slot slot) {
        Runner runner = slot.runner();
        return new Attempt(
                AttemptId.derive(task.id(), Instant.EPOCH, new Epoch(1), 1),
                1,
                task.fence(),
                new Epoch(1),
                slot.ref(),
                runner.profile().name(),
                runner.generation(),
                runner.profile().pool(),
                Sample.RELAY,
                Instant.EPOCH);
    }

    static boolean isQueued(TaskEntry task) {
        return task.status() instanceof TaskStatus.Queued && task.isInLine();
    }
}
