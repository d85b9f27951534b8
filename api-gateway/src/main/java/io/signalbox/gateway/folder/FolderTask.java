package io.signalbox.gateway.folder;

import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;

/**
 * A task with a folder.
 *
 * @param task which
 * @param project whose
 * @param manifest of the folder
 */
public record FolderTask(TaskId task, ProjectName project, PieceHash manifest) {}
