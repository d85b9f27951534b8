package io.signalbox.runner.execution;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.folder.FolderTarget;
import io.signalbox.runner.job.JobFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Gives each attempt a folder of its own. */
public interface Workspaces {
    /** A new and empty one. */
    Workspace create(AttemptId attempt) throws IOException;

    /** The folder of one attempt; it and what was written elsewhere for the task are removed at close, unless it is kept. */
    interface Workspace extends AutoCloseable {
        /** Where the commands begin. */
        Path folder();

        /** Lets it be kept, where that is wanted, for somebody to look at; where it will be. */
        Optional<Path> keep();

        /** Writes one file with its parent folders. */
        void write(JobFile file) throws IOException;

        /** Where a folder is made; it must come before the files. */
        FolderTarget target();

        @Override
        void close();
    }
}
