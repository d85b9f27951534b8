package io.signalbox.gateway.folder;

import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps pieces, a manifest being one too; one project's are not there for another. Methods block, and end with a problem when the store is away. */
public interface PieceStore {

    /**
     * Those of these that the project has. They count as used at {@code now}, or a little before: what has been used lately is not written again.
     */
    Set<PieceHash> use(ProjectName project, Collection<PieceHash> wanted, Instant now);

    /** Stores pieces; one that is there already stays as it is. */
    void add(ProjectName project, List<byte[]> contents, Instant now);

    /** What is in those of these that the project has. */
    Map<PieceHash, byte[]> contents(ProjectName project, Collection<PieceHash> wanted);

    /** How many bytes the project's pieces have. */
    long bytesOf(ProjectName project);

    /**
     * Removes some that were not used since.
     *
     * @return how many of at most {@code most}
     */
    int removeUnused(Instant since, int most);
}
