package io.signalbox.runner.adapter.disk;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.disk.workspace.FolderTree;
import io.signalbox.runner.output.Spool;
import io.signalbox.runner.output.Spools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spools as folders below one parent, named after their attempts. */
public final class DiskSpools implements Spools {
    private final Path parent;

    private final SpoolQuota quota;

    /** Below {@code parent}, all of them within {@code quota}. */
    public DiskSpools(Path parent, SpoolQuota quota) {
        this.parent = parent;
        this.quota = quota;
    }

    @Override
    public Spool create(AttemptId attempt) throws IOException {
        return DiskSpool.create(parent.resolve(attempt.value()), quota);
    }

    @Override
    public Spool recover(AttemptId attempt) throws IOException {
        return DiskSpool.recover(parent.resolve(attempt.value()), quota);
    }

    /** Removes the spools of all other attempts: the runner died between an acknowledgement and the removal. */
    public void keepOnly(Set<AttemptId> open) {
        Set<String> names = open.stream().map(AttemptId::value).collect(Collectors.toSet());
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(folder -> !names.contains(folder.getFileName().toString()))
                    .forEach(FolderTree::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the spools in " + parent + " cannot be listed", e);
        }
    }
}
