package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskStore;
import io.signalbox.gateway.task.belonging.Belongings;
import io.signalbox.gateway.task.submit.TaskInserts.Outcome;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.task.TaskTerms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what is submitted and says what became of it (C23, C24, C26). All of a batch is handed over before the first outcome is
 * awaited, so it shares one group commit. Blocks; thread-safe.
 */
public final class SubmitTasks {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitTasks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BACKLOG_WAIT = Duration.ofSeconds(5);

    private final Drafts drafts;
    private final Backlog backlog;
    private final TaskInserts inserts;
    private final TaskStore store;
    private final Doorbell doorbell;
    private final Belongings belongings;

    /** Stores by {@code inserts}, and looks up in {@code store} what was there before. */
    public SubmitTasks(
            Drafts drafts,
            Backlog backlog,
            TaskInserts inserts,
            TaskStore store,
            Doorbell doorbell,
            Belongings belongings) {
        this.drafts = drafts;
        this.backlog = backlog;
        this.inserts = inserts;
        this.store = store;
        this.doorbell = doorbell;
        this.belongings = belongings;
    }

    /** A submission under way. */
    private sealed interface Pending {
        record Sent(NewTask task, CompletableFuture<Outcome> outcome) implements Pending {}

        record Settled(Submitted result) implements Pending {}
    }

    /** Submits one. */
    public Submitted submit(Submission submission) {
        return settle(send(submission));
    }

    /** Submits all, each with a result of its own, in their order. */
    public List<Submitted> submit(List<Submission> submissions) {
        List<Pending> pending = submissions.stream().map(this::send).toList();
        return pending.stream().map(this::settle).toList();
    }

    /**
     * The terms of the task that this would make. Nothing is stored; what would refuse it ends this with the same problem.
     *
     * @param spec what would be submitted
     * @param caller by whom
     */
    public TaskTerms preview(TaskSpec spec, Caller caller) {
        return switch (checked(new Submission(spec, Optional.empty(), Optional.empty(), caller))) {
            case Checked.Refused(Submitted.Refused refused) ->
                throw refused.problem().toException();
            case Checked.Taken(NewTask task) -> task.terms();
        };
    }

    /** What becomes of a submission before anything is stored. */
    private sealed interface Checked {
        record Taken(NewTask task) implements Checked {}

        record Refused(Submitted.Refused result) implements Checked {}
    }

    private Pending send(Submission submission) {
        return switch (checked(submission)) {
            case Checked.Refused refused -> new Pending.Settled(refused.result());
            case Checked.Taken(NewTask task) -> held(task);
        };
    }

    private Checked checked(Submission submission) {
        return switch (drafts.of(submission)) {
            case Drafts.Draft.Unfit unfit -> new Checked.Refused(new Submitted.Refused(unfit.problem()));
            case Drafts.Draft.Fit fit ->
                backlog.reached(submission.spec().project())
                        .map(SubmitTasks::backlogFull)
                        .or(() -> lacking(fit.task()))
                        .<Checked>map(Checked.Refused::new)
                        .orElseGet(() -> new Checked.Taken(fit.task()));
        };
    }

    private Pending held(NewTask task) {
        try {
            belongings.hold(task.spec(), task.task().id());
            return new Pending.Sent(task, inserts.insert(task));
        } catch (ProblemException e) {
            return new Pending.Settled(new Submitted.Refused(e.problem()));
        }
    }

    /** A task that names what its project does not have; a repeat of one that is stored is none of them (C24). */
    private Optional<Submitted.Refused> lacking(NewTask task) {
        try {
            return belongings
                    .lacking(task.spec())
                    .filter(_ -> found(task.task().id()).isEmpty())
                    .map(Submitted.Refused::new);
        } catch (ProblemException e) {
            return Optional.of(new Submitted.Refused(e.problem()));
        }
    }

    private Submitted settle(Pending pending) {
        return switch (pending) {
            case Pending.Settled settled -> settled.result();
            case Pending.Sent sent -> result(sent.task(), await(sent.outcome()));
        };
    }

    private Submitted result(NewTask task, Outcome outcome) {
        TaskId id = task.task().id();
        return switch (outcome) {
            case Outcome.Inserted _ -> created(task);
            case Outcome.Duplicate _ -> found(id).map(it -> repeated(task, it)).orElseGet(() -> unknown(id));
            case Outcome.Unknown _ -> found(id).map(it -> settledLate(task, it)).orElseGet(() -> unknown(id));
            case Outcome.Away _ ->
                refused(ErrorCode.STORE_UNAVAILABLE, "The store cannot be reached; the task was not stored");
            case Outcome.Overloaded _ -> refused(ErrorCode.OVERLOADED, "Too many submissions wait for the store");
            case Outcome.Rejected rejected -> {
                LOG.error("Failed to store task {}: {}", id, rejected.detail());
                yield refused(ErrorCode.INTERNAL, "The store refused the task");
            }
        };
    }

    private Submitted created(NewTask task) {
        backlog.grew(task.spec().project());
        doorbell.ring(new SubmittedTask(task.task().id(), task.terms()));
        return new Submitted.Created(task.task());
    }

    /** The store did not say what became of the insert, but the task is there: it is this one, or one with the same key. */
    private Submitted settledLate(NewTask task, StoredTask found) {
        return found.times().createdAt().equals(task.task().times().createdAt()) && sameBody(task, found)
                ? created(task)
                : repeated(task, found);
    }

    private static Submitted repeated(NewTask task, StoredTask found) {
        if (sameBody(task, found)) {
            return new Submitted.Replayed(found);
        }
        String detail = "The key was used before, with another body, for task " + found.id();
        return refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, detail);
    }

    private static boolean sameBody(NewTask task, StoredTask found) {
        return found.bodyHash().equals(task.task().bodyHash());
    }

    private Optional<StoredTask> found(TaskId id) {
        try {
            return store.find(id);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Submitted unknown(TaskId id) {
        return refused(ErrorCode.UNKNOWN, "The store did not answer in time; task " + id + " may have been stored");
    }

    private static Submitted.Refused backlogFull(Backlog.Limit limit) {
        String detail = switch (limit) {
            case Backlog.Limit.OfAll all -> "%d tasks wait already, which is the most".formatted(all.most());
            case Backlog.Limit.OfProject of ->
                "%d tasks of project '%s' wait already, which is the most that its backlog allows"
                        .formatted(of.most(), of.project());
        };
        return new Submitted.Refused(new Problem(ErrorCode.BACKLOG_FULL, detail, List.of(), Optional.of(BACKLOG_WAIT)));
    }

    private static Submitted refused(ErrorCode code, String detail) {
        return new Submitted.Refused(Problem.of(code, detail));
    }

    private static Outcome await(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            outcome.cancel(false);
            return new Outcome.Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown();
        }
    }
}
