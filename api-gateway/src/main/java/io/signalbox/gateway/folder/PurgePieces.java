package io.signalbox.gateway.folder;

import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Removes pieces that nothing has used for as long as they are kept, in bounded batches. First it looks at every task with a folder that was not looked at for half of that time: if it has
 * not ended, all of its folder counts as used now. Only when none is left are pieces removed, by the moment at which that began: so nothing goes from under a task that has not ended.
 * Blocks; several may do it at once; killed anywhere and done again it goes on.
 */
public final class PurgePieces implements Runnable {
    private static final int AT_ONCE = 200;

    private final FolderParts parts;
    private final FolderTasks tasks;
    private final FolderLimits limits;
    private final Supplier<Optional<Instant>> clock;

    /**
     * Purges what is not used of {@code parts}.
     *
     * @param clock the store's; while it is not known nothing is removed (C22)
     */
    public PurgePieces(FolderParts parts, FolderTasks tasks, FolderLimits limits, Supplier<Optional<Instant>> clock) {
        this.parts = parts;
        this.tasks = tasks;
        this.limits = limits;
        this.clock = clock;
    }

    /** What a task holds. */
    private record Folder(ProjectName project, PieceHash manifest) {}

    @Override
    public void run() {
        clock.get().ifPresent(now -> {
            lookAtTasks(now);
            int removed = AT_ONCE;
            while (removed == AT_ONCE) {
                removed = parts.store().removeUnused(now.minus(limits.kept()), AT_ONCE);
            }
        });
    }

    private void lookAtTasks(Instant now) {
        List<FolderTask> batch = next(now);
        while (!batch.isEmpty()) {
            List<TaskId> ids = batch.stream().map(FolderTask::task).toList();
            Set<TaskId> live = tasks.live(ids);
            batch.stream()
                    .filter(task -> live.contains(task.task()))
                    .map(task -> new Folder(task.project(), task.manifest()))
                    .collect(Collectors.toSet())
                    .forEach(folder -> use(folder, now));
            tasks.seen(live, now);
            tasks.remove(ids.stream().filter(id -> !live.contains(id)).toList());
            batch = next(now);
        }
    }

    private List<FolderTask> next(Instant now) {
        return tasks.notSeenSince(now.minus(limits.unseen()), AT_ONCE);
    }

    private void use(Folder folder, Instant now) {
        parts.store().use(folder.project(), parts.all(folder.project(), folder.manifest()), now);
    }
}
