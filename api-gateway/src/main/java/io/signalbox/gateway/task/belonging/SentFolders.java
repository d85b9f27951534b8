package io.signalbox.gateway.task.belonging;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.util.Optional;

/** Keeps the folders of projects. Methods block for some round trips, and end with a problem when the store is away. */
public interface SentFolders {

    /** Why a task of the project cannot have this one, if it cannot. */
    Optional<Problem> lacking(ProjectName project, PieceHash manifest);

    /** A task with it is about to be stored: it is to stay until the task has ended. */
    void hold(ProjectName project, PieceHash manifest, TaskId task);
}
