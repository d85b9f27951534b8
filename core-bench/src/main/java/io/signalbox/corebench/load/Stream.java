package io.signalbox.corebench.load;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.limit.Limits;
import io.signalbox.scheduler.core.match.Matcher;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.Terms;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A matcher whose slots are all busy, but for those that a cap keeps free, while so many tasks wait: each that ends is followed by another,
 * and one like it is submitted, so that what waits stays as mixed as it was.
 */
public final class Stream {
    private static final Epoch EPOCH = new Epoch(1);
    private static final RelayId RELAY = new RelayId("r-1");
    private static final AttemptId ATTEMPT = AttemptId.derive(id(0), Instant.EPOCH, EPOCH, 1);

    private final Matcher matcher = new Matcher(new Limits(), new FairShare());
    private final Terms terms = new Terms();
    private final Deque<Running> running = new ArrayDeque<>();
    private final Deque<TaskId> ids = new ArrayDeque<>();
    private long millis;
    private long decisions;

    private record Running(TaskEntry task, Slot slot) {}

    /** Fills all slots, and the queue. */
    public Stream(int slots, int waiting) {
        List<TaskTerms> kinds = IntStream.range(0, Installation.KINDS_OF_TASKS)
                .mapToObj(Installation::terms)
                .map(terms::share)
                .toList();
        for (int number = 0; number <= waiting + slots; number++) {
            ids.add(id(number));
        }
        matcher.obey(Installation.policies());
        Installation.slots(slots).forEach(matcher::offer);
        for (int task = 0; task < waiting + slots; task++) {
            submit(kinds.get(task % kinds.size()));
        }
        matcher.match(millis, this::start);
    }

    /** The task that has run longest ends, one like it is submitted, and whatever can start does. Says how many decisions there have been. */
    public long step() {
        millis++;
        Running ended = running.removeFirst();
        ended.task.countTry(TaskState.PASSED);
        matcher.vacate(ended.task, millis);
        matcher.forget(ended.task);
        ids.add(ended.task.id());
        matcher.offer(ended.slot);
        submit(ended.task.terms());
        matcher.match(millis, this::start);
        return decisions;
    }

    /** How many decisions there have been. */
    public long decisions() {
        return decisions;
    }

    private void submit(TaskTerms wanted) {
        TaskEntry task =
                new TaskEntry(StoredTask.inserted(ids.removeFirst(), at(wanted, Instant.ofEpochMilli(millis))), wanted);
        matcher.await(task);
    }

    private void start(TaskEntry task, Slot slot) {
        decisions++;
        Runner runner = slot.runner();
        matcher.occupy(
                task,
                new Attempt(
                        ATTEMPT,
                        1,
                        task.fence(),
                        EPOCH,
                        slot.ref(),
                        runner.profile().name(),
                        runner.generation(),
                        runner.profile().pool(),
                        RELAY,
                        Instant.EPOCH));
        running.addLast(new Running(task, slot));
    }

    private static TaskTerms at(TaskTerms terms, Instant createdAt) {
        return new TaskTerms(
                terms.project(),
                terms.pool(),
                terms.tags(),
                terms.priority(),
                createdAt,
                terms.notBefore(),
                terms.queueTimeout(),
                terms.timeout(),
                terms.stopGrace(),
                terms.retry(),
                terms.onLost(),
                terms.concurrency(),
                terms.fallback());
    }

    private static TaskId id(int number) {
        return new TaskId("00000000-0000-7000-8000-%012d".formatted(number));
    }
}
