package io.signalbox.runner.folder;

import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.rule.ManifestRules;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes in a working folder what the manifest of an attempt's folder says. The relay is not trusted: manifest and pieces are what their names say or are
 * refused, and the manifest must keep the rules. Blocks; thread-safe.
 *
 * @param source gives the parts
 * @param json reads manifests
 */
public record FetchFolder(FolderSource source, ObjectMapper json) {

    /**
     * Does it.
     *
     * @param manifest names what is wanted
     * @param stopped whether the attempt is to end
     * @throws IOException when a part cannot be had, is not what its name says, or cannot be written; its message says which
     */
    public void into(FolderTarget target, AttemptId attempt, PieceHash manifest, BooleanSupplier stopped)
            throws IOException {
        var parts = new Parts(source, attempt, stopped);
        Manifest folder = manifest(parts.of(manifest));
        for (ManifestEntry.File file : folder.files()) {
            target.file(file, parts);
        }
        for (ManifestEntry entry : folder.entries()) {
            if (entry instanceof ManifestEntry.Link link) {
                target.link(link);
            }
        }
    }

    private Manifest manifest(byte[] content) throws IOException {
        Manifest folder;
        try {
            folder = json.readValue(content, Manifest.class);
        } catch (JacksonException e) {
            throw new IOException("its manifest cannot be read: " + e.getOriginalMessage(), e);
        }
        var violations = ManifestRules.violations(folder);
        if (!violations.isEmpty()) {
            throw new IOException("its manifest breaks a rule: " + violations.getFirst());
        }
        return folder;
    }

    /** The parts in the order in which they come, each checked. */
    private static final class Parts implements FolderTarget.Pieces {
        private final FolderSource source;
        private final AttemptId attempt;
        private final BooleanSupplier stopped;
        private final Deque<byte[]> come = new ArrayDeque<>();
        private int count;
        private boolean isEnd;

        Parts(FolderSource source, AttemptId attempt, BooleanSupplier stopped) {
            this.source = source;
            this.attempt = attempt;
            this.stopped = stopped;
        }

        @Override
        public byte[] of(PieceHash piece) throws IOException {
            byte @Nullable [] content = next();
            if (content == null) {
                throw new IOException("piece " + piece + " is missing: the relay has no more");
            }
            if (!PieceHash.of(content).equals(piece)) {
                throw new IOException("piece " + piece + " is not what its name says");
            }
            return content;
        }

        private byte @Nullable [] next() throws IOException {
            if (come.isEmpty() && !isEnd) {
                if (stopped.getAsBoolean()) {
                    throw new IOException("the attempt was stopped");
                }
                FolderBatch batch = source.next(attempt, count, stopped);
                come.addAll(batch.parts());
                count += batch.parts().size();
                isEnd = batch.isLast();
            }
            return come.poll();
        }
    }
}
