package io.signalbox.scheduler.loop.batch;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.loop.leadership.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what the core decided (C16). What missed is read back and goes to the core, which gives slot and counters back. What
 * was not sent is sent again while this scheduler leads. After an unknown outcome, or where a higher epoch shows, the term
 * ends: memory is worth nothing then. Not safe for use by many threads: the loop calls it.
 */
public final class CommitChanges {

    private static final Logger LOG = LoggerFactory.getLogger(CommitChanges.class);

    private final Term term;
    private final TaskStore tasks;

    /**
     * @param term asked before each bulk write whether it may (C14)
     * @param tasks where the changes go
     */
    public CommitChanges(Term term, TaskStore tasks) {
        this.term = term;
        this.tasks = tasks;
    }

    /**
     * What was committed.
     *
     * @param applied the changes that stand now
     * @param rejected the changes that the store will never take
     * @param corrections what the core has to hear about the others
     */
    public record Committed(List<TaskChange> applied, List<TaskChange> rejected, List<Command> corrections) {}

    /** Commits; blocks. Empty when the term is over. */
    public Optional<Committed> commit(Decision decision) {
        var mark = new CommitMark(term.epoch(), decision.batch());
        Map<ChangeOutcome, List<TaskChange>> settled = new EnumMap<>(ChangeOutcome.class);
        List<TaskChange> open = decision.changes();
        while (!open.isEmpty()) {
            if (!term.awaitPermission()) {
                return Optional.empty();
            }
            settle(open, tasks.commit(mark, open), settled);
            List<TaskChange> notSent = settled.remove(ChangeOutcome.NOT_SENT);
            open = notSent == null ? List.of() : notSent;
        }
        return settled.containsKey(ChangeOutcome.UNKNOWN) ? inDoubt(mark) : committed(settled);
    }

    private static void settle(
            List<TaskChange> changes, List<ChangeOutcome> outcomes, Map<ChangeOutcome, List<TaskChange>> settled) {
        for (int i = 0; i < changes.size(); i++) {
            settled.computeIfAbsent(outcomes.get(i), _ -> new ArrayList<>()).add(changes.get(i));
        }
    }

    private Optional<Committed> inDoubt(CommitMark mark) {
        LOG.warn("Lost sight of commit {}: its outcome is unknown", mark);
        term.end();
        return Optional.empty();
    }

    private Optional<Committed> committed(Map<ChangeOutcome, List<TaskChange>> settled) {
        List<TaskChange> missed = settled.getOrDefault(ChangeOutcome.MISSED, List.of());
        List<Command> corrections = missed.isEmpty() ? List.of() : readBack(missed);
        return term.isOver()
                ? Optional.empty()
                : Optional.of(new Committed(
                        settled.getOrDefault(ChangeOutcome.APPLIED, List.of()),
                        settled.getOrDefault(ChangeOutcome.REJECTED, List.of()),
                        corrections));
    }

    private List<Command> readBack(List<TaskChange> missed) {
        Set<TaskId> missing = new LinkedHashSet<>();
        missed.forEach(change -> missing.add(change.task()));
        List<StoredTask> found;
        try {
            found = tasks.read(missing);
        } catch (RuntimeException e) {
            LOG.warn("Failed to read back {} tasks: {}", missing.size(), e.toString());
            term.end();
            return List.of();
        }
        if (found.stream().anyMatch(task -> isOfLaterEpoch(task.status(), term.epoch()))) {
            term.end();
        }
        found.forEach(task -> missing.remove(task.id()));
        return missing.isEmpty()
                ? List.of(new Command.TasksRead(found))
                : List.of(new Command.TasksRead(found), new Command.TasksAnswered(List.of(), List.copyOf(missing)));
    }

    private static boolean isOfLaterEpoch(TaskStatus status, Epoch epoch) {
        return status instanceof TaskStatus.Live live && live.attempt().epoch().compareTo(epoch) > 0;
    }
}
