package io.signalbox.runner.execution;

import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.folder.FolderTarget;
import io.signalbox.runner.job.JobFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Workspaces that are only remembered; files below {@code /refused} cannot be written. */
final class MemoryWorkspaces implements Workspaces {
    final List<String> written = new ArrayList<>();
    boolean full;
    boolean closed;
    boolean kept;

    @Override
    public Workspace create(AttemptId attempt) throws IOException {
        if (full) {
            throw new IOException("no space left on device");
        }
        return new Remembered();
    }

    private final class Remembered implements Workspace {
        @Override
        public Path folder() {
            return Path.of("/work");
        }

        @Override
        public Optional<Path> keep() {
            kept = true;
            return Optional.of(Path.of("/kept"));
        }

        @Override
        public void write(JobFile file) throws IOException {
            if (file.path().startsWith("/refused")) {
                throw new IOException("not here");
            }
            written.add(file.path());
        }

        @Override
        public FolderTarget target() {
            return new Target();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Target implements FolderTarget {
        @Override
        public void file(ManifestEntry.File file, Pieces pieces) throws IOException {
            for (PieceHash piece : file.pieces()) {
                written.add(file.path() + " " + new String(pieces.of(piece), StandardCharsets.UTF_8));
            }
        }

        @Override
        public void link(ManifestEntry.Link link) {
            written.add(link.path() + " -> " + link.target());
        }
    }
}
