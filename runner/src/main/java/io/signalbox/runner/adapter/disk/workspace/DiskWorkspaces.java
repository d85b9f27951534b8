package io.signalbox.runner.adapter.disk.workspace;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.execution.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Working folders below one parent, named after their attempts. */
public final class DiskWorkspaces implements Workspaces {
    private final Path parent;
    private final Path userHome;
    private final KeptFolders kept;

    /** Working folders below {@code parent}; {@code userHome} is what {@code ~} stands for; what is to be kept goes to {@code kept}. */
    public DiskWorkspaces(Path parent, Path userHome, KeptFolders kept) {
        this.kept = kept;
        this.parent = parent;
        this.userHome = userHome;
    }

    @Override
    public Workspace create(AttemptId attempt) throws IOException {
        Path folder = parent.resolve(attempt.value());
        FolderTree.delete(folder);
        Files.createDirectories(folder);
        return new DiskWorkspace(folder.toRealPath(), userHome, kept);
    }

    /** Removes what an earlier run of this runner left. */
    public void clear() {
        FolderTree.delete(parent);
    }
}
