package io.signalbox.scheduler.simulation.check;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEvent;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.Transitions.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What must hold after every step, and at the end. It sees everything: each stored write, each start, each promise that was acknowledged. */
public final class Checker {
    /** That the last relay has died is noticed only by its renewals. */
    private static final long NOTICED_WITHIN_MILLIS = 11_000;

    private final Set<AttemptId> started = new HashSet<>();
    private final Map<AttemptId, TaskId> running = new HashMap<>();
    private final Map<AttemptId, AttemptResult> acknowledged = new HashMap<>();
    private final Map<TaskId, List<String>> events = new HashMap<>();
    private final Map<TaskId, Raised> takenOver = new HashMap<>();
    private final Map<AttemptId, Long> beats = new HashMap<>();
    /** The readings that were decided on last: what comes after them changes nothing (C11). */
    private final Map<Reading, Seen> lastSeen = new HashMap<>();

    private long relayMillis;
    private final Map<RunnerId, Map<Generation, List<String>>> tags = new HashMap<>();
    private final Set<TaskId> canceled = new HashSet<>();
    private final Set<Epoch> epochs = new HashSet<>();
    private final Set<Step> visited = new HashSet<>();
    private final Set<AttemptId> reported = new HashSet<>();
    private final Map<String, Long> happened = new TreeMap<>();
    private boolean fair;
    private Instant now = Instant.EPOCH;

    /**
     * A change of state that was stored.
     *
     * @param from the state before
     * @param to the state after
     */
    public record Step(TaskState from, TaskState to) {
        /** The states of a line of the table. */
        public static Step of(Transition line) {
            return new Step(line.from(), line.to());
        }
    }

    /** What happened while faults went on. */
    public Tally tally() {
        return new Tally(happened);
    }

    /** Faults have ended. */
    public void clearsUp() {
        fair = true;
    }

    private void happens(String what) {
        if (!fair) {
            happened.merge(what, 1L, Long::sum);
        }
    }

    /** Which changes of state were stored. */
    public Set<Step> visited() {
        return visited;
    }

    /** A scheduler begins to lead (C14). */
    public void leads(Epoch epoch) {
        happens("take-over");
        require(epochs.add(epoch), "C14: two schedulers lead in epoch " + epoch);
    }

    /** A new leader relies on what it read of a live task (C15). */
    public void takesOver(Epoch epoch, TaskId task, long version) {
        takenOver.merge(task, new Raised(epoch, version), (a, b) -> a.epoch.compareTo(b.epoch) >= 0 ? a : b);
    }

    private record Raised(Epoch epoch, long version) {}

    /**
     * Time passes.
     *
     * @param store its clock
     * @param withRelays for how long at least one relay has lived: only such time may count for a loss (C8)
     */
    public void passes(Instant store, long withRelays) {
        now = store;
        relayMillis = withRelays;
    }

    /** A beat that names the attempt was stored (C7). */
    public void beats(AttemptId attempt, long atRelayMillis) {
        beats.put(attempt, atRelayMillis);
    }

    /** A runner is told to go on: the beat that says so is stored (C7). */
    public void renews(AttemptId attempt) {
        require(
                beats.getOrDefault(attempt, -1L) == relayMillis,
                "C7: told to go on, and no beat was stored: " + attempt);
    }

    /** A relay that has seen this epoch gave the current attempt of a task (C15). */
    public void givenUnder(Epoch seen, StoredTask task) {
        require(
                task.status() instanceof TaskStatus.Live live
                        && live.attempt().epoch().compareTo(seen) >= 0,
                "C15: a relay that has seen epoch " + seen + " gives " + task);
    }

    /** A runner registered with these tags. */
    public void registers(RunnerId runner, Generation generation, List<String> all) {
        tags.computeIfAbsent(runner, _ -> new HashMap<>()).put(generation, all);
    }

    /** A runner begins an attempt on a slot that has, as it believes, this one. */
    public void starts(StoredTask task, AttemptId attempt, SlotRef slot, @Nullable AttemptId before) {
        require(before == null, "I6: " + slot + " begins " + attempt + " beside " + before);
        require(isCurrent(task, attempt), "I2: outlived attempt starts: " + attempt + " of " + task);
        require(started.add(attempt), "C2: attempt starts twice: " + attempt);
        require(!running.containsValue(task.id()), "C9: two attempts of a task run at once: " + task);
        running.put(attempt, task.id());
        happens("start");
    }

    /** What its runner was told to stop obeys (C11). */
    public void stops(StoredTask task, AttemptId attempt) {
        boolean wanted = task.status() instanceof TaskStatus.Live live && live.stop() != null;
        require(
                wanted || !isCurrent(task, attempt),
                "C11: a current attempt is stopped, and nobody wanted it: " + task);
        happens("stop");
    }

    /** The leader shows a result as one that came too late (C18). */
    public void refuses(AttemptId attempt) {
        require(!reported.contains(attempt), "C18: an end that was stored is refused as late: " + attempt);
        happens("late result");
    }

    /** Nothing of the attempt runs any more. */
    public void stopped(AttemptId attempt) {
        running.remove(attempt);
    }

    /** The end of an attempt was stored while it was current, and acknowledged to its runner. */
    public void acknowledges(AttemptId attempt, AttemptResult result) {
        acknowledged.putIfAbsent(attempt, result);
    }

    /**
     * The leader of {@code epoch} reads once more about an attempt, before its loss is decided: what came before counts (C8).
     *
     * @return to be run when the answer is decided on; one to an earlier question may be, while a later one is on its way
     */
    public Runnable readsOnceMore(Epoch epoch, TaskId task, AttemptId attempt) {
        long silence = relayMillis - beats.getOrDefault(attempt, 0L);
        Seen seen = new Seen(acknowledged.containsKey(attempt), canceled.contains(task), silence);
        return () -> lastSeen.put(new Reading(epoch, attempt), seen);
    }

    private record Reading(Epoch epoch, AttemptId attempt) {}

    /**
     * What a reading must have shown.
     *
     * @param ended whether the end was reported
     * @param wished whether a cancel was
     * @param silence for how long no beat had been stored
     */
    private record Seen(boolean ended, boolean wished, long silence) {}

    /** A cancel was acknowledged while the task had not ended. */
    public void cancels(TaskId task) {
        canceled.add(task);
    }

    /** A change was stored over {@code before}. */
    public void stored(Epoch epoch, StoredTask before, TaskChange change) {
        TaskState from = before.status().state();
        require(!from.isTerminal(), "I4: a task that has ended is written again: " + before + " " + change);
        Raised raised = takenOver.get(change.task());
        require(
                raised == null || epoch.compareTo(raised.epoch) >= 0 || change.expectedVersion() >= raised.version,
                "C15: what an outlived leader decided before the take-over is stored: " + change);
        change.ended().forEach(ended -> ended(epoch, before, change, ended));
        timedOut(before, change);
        if (change.status() instanceof TaskStatus.Assigned assigned && from == TaskState.QUEUED) {
            assigned(before, assigned.attempt());
        }
        if (before.status() instanceof TaskStatus.Live live
                && change.ended().isEmpty()
                && !isOn(change.status(), live.attempt().id())) {
            require(!started.contains(live.attempt().id()), "C1: attempt that started is taken back: " + before);
            happens("withdrawal");
        }
        visit(from, change);
        change.events()
                .forEach(event -> events.computeIfAbsent(change.task(), _ -> new ArrayList<>())
                        .add(change.task() + ":" + event.key()));
    }

    /** Faults have ended: so has every task (I1), as its reports and wishes say (C12, C18), and the feed tells of it once (C19). */
    public void ends(List<StoredTask> tasks, List<String> feed, int submissions) {
        require(tasks.size() == submissions, "I7: " + submissions + " submissions made " + tasks.size() + " tasks");
        tasks.forEach(this::ends);
        Set<String> distinct = new HashSet<>(feed);
        require(distinct.size() == feed.size(), "C19: an event stands twice in the feed: " + feed);
        events.forEach((task, keys) -> {
            List<String> told = feed.stream().filter(keys::contains).toList();
            require(told.equals(keys), "C19: the feed tells " + told + " of " + keys);
        });
    }

    private void ends(StoredTask task) {
        TaskState state = task.status().state();
        require(state.isTerminal(), "I1: a task never ends: " + task);
        require(task.cancelRequestedAt() == null || state != TaskState.LOST, "C12: a canceled task is lost: " + task);
    }

    /** One write may hold several transitions: its events name each state that was entered. */
    private void visit(TaskState from, TaskChange change) {
        TaskState at = from;
        for (TaskEvent event : change.events()) {
            visited.add(new Step(at, event.state()));
            at = event.state();
        }
        if (change.events().isEmpty()) {
            visited.add(new Step(from, change.status().state()));
        }
    }

    /** A task's time-out counts by the store's clock (C22). */
    private void timedOut(StoredTask before, TaskChange change) {
        if (!(change.status() instanceof TaskStatus.Running running)) {
            return;
        }
        boolean late = running.stop() != null
                && running.stop().cause() == ReasonCode.TASK_TIMEOUT
                && before.status() instanceof TaskStatus.Running was
                && was.stop() == null;
        require(
                !late || !now.isBefore(running.startedAt().plus(before.terms().timeout())),
                "C22: timed out at " + now + ": " + before);
        if (late) {
            happens("time-out");
        }
    }

    private void ended(Epoch epoch, StoredTask task, TaskChange change, EndedAttempt ended) {
        AttemptId attempt = ended.attempt().id();
        AttemptResult said = acknowledged.get(attempt);
        Seen seen = lastSeen.get(new Reading(epoch, attempt));
        if (ended.reported()) {
            reported.add(attempt);
            require(said != null, "C11: ended by a result that its runner never reported: " + ended);
        }
        require(
                said != AttemptResult.PASSED || ended.state() == TaskState.PASSED || (seen != null && !seen.ended),
                "C18: an attempt that passed ended as " + ended);
        require(
                change.status().state() != TaskState.LOST || said != null || seen == null || !seen.wished,
                "C12: a task is lost whose cancel was there to be read: " + task);
        if (ended.state() == TaskState.LOST && ended.reason() != null) {
            lost(task, ended, ended.reason().code(), seen);
        } else {
            happens("end as " + ended.state().wire());
        }
    }

    private void lost(StoredTask task, EndedAttempt ended, ReasonCode cause, @Nullable Seen seen) {
        long least = task.terms().onLost().after().toMillis() - NOTICED_WITHIN_MILLIS;
        require(
                cause != ReasonCode.RUNNER_LOST || (seen != null && seen.silence >= least),
                "C8: lost after a reading that showed " + seen + ": " + ended);
        require(
                cause != ReasonCode.RUNNER_DISCONNECTED
                        || started.contains(ended.attempt().id()),
                "C1: lost by a goodbye, and had not begun: " + ended);
        happens("loss (" + cause.wire() + (ended.reported() ? ", reported)" : ")"));
    }

    private void assigned(StoredTask task, Attempt attempt) {
        require(
                task.cancelRequestedAt() == null && !canceledBefore(task),
                "C12: a canceled task gets another attempt: " + task);
        List<String> has =
                tags.getOrDefault(attempt.slot().runner(), Map.of()).getOrDefault(attempt.generation(), List.of());
        require(has.containsAll(task.terms().tags()), "I5: " + attempt.slot() + " does not fit " + task);
    }

    private static boolean canceledBefore(StoredTask task) {
        return task.status() instanceof TaskStatus.Live live
                && live.stop() != null
                && live.stop().isCancel();
    }

    private static boolean isCurrent(StoredTask task, AttemptId attempt) {
        return isOn(task.status(), attempt);
    }

    private static boolean isOn(TaskStatus status, AttemptId attempt) {
        return status instanceof TaskStatus.Live live && live.attempt().id().equals(attempt);
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new Violation(violation);
        }
    }
}
