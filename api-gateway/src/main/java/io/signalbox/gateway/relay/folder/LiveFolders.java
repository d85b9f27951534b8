package io.signalbox.gateway.relay.folder;

import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.relay.claim.AssignedTask;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.finish.KnownAttempt;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.TaskSpec;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Says which folder a runner may fetch for an attempt: that of the task whose live attempt it is, on this very runner, as the primary has it. Thread-safe;
 * never blocks the caller.
 *
 * @param attempts reads what lives
 * @param directory finds the tasks of attempts that no slot here has
 * @param reader reads specifications
 */
public record LiveFolders(LiveAttempts attempts, AttemptDirectory directory, Function<String, TaskSpec> reader) {

    /**
     * A folder of a task.
     *
     * @param project whose
     * @param manifest names it
     */
    public record Folder(ProjectName project, PieceHash manifest) {}

    /** The folder; nothing when the attempt is not live on this runner, or has none. */
    public CompletableFuture<Optional<Folder>> of(RunnerSession session, AttemptId attempt) {
        RunnerId runner = session.runner().id();
        return task(session, attempt)
                .thenCompose(task -> task.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : attempts.of(task.get())
                                .thenApply(live -> live.filter(it -> it.attempt()
                                                        .id()
                                                        .equals(attempt)
                                                && it.attempt().slot().runner().equals(runner))
                                        .flatMap(this::folder)));
    }

    private CompletableFuture<Optional<TaskId>> task(RunnerSession session, AttemptId attempt) {
        Optional<TaskId> here =
                session.occupantWith(attempt).flatMap(Occupant::assignment).map(assignment -> assignment.task());
        return here.isPresent()
                ? CompletableFuture.completedFuture(here)
                : directory.find(attempt).thenApply(found -> found.map(KnownAttempt::task));
    }

    private Optional<Folder> folder(AssignedTask task) {
        return Optional.ofNullable(reader.apply(task.spec()).folder())
                .map(folder -> new Folder(task.project(), folder.manifest()));
    }
}
