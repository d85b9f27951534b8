package io.signalbox.gateway.folder;

import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Remembers which tasks were submitted with a folder. Methods block, and end with a problem when the store is away. */
public interface FolderTasks {

    /** Remembers a task that is about to be stored, or was stored before. */
    void add(FolderTask task, Instant now);

    /** Some that were not looked at since, the longest forgotten first. */
    List<FolderTask> notSeenSince(Instant since, int most);

    /** Those of these that have not ended. */
    Set<TaskId> live(Collection<TaskId> tasks);

    /** They have been looked at. */
    void seen(Collection<TaskId> tasks, Instant now);

    /** Forgets them. */
    void remove(Collection<TaskId> tasks);
}
