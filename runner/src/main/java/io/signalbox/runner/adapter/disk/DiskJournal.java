package io.signalbox.runner.adapter.disk;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.journal.Journal;
import io.signalbox.runner.journal.OpenAttempt;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;

/**
 * The journal as a file of lines that is only appended to, and written anew with the open attempts alone when it is opened and when it has grown. Only
 * an entry {@code began} is forced to the disk: losing one of the others makes the runner report an end again, which is harmless.
 */
public final class DiskJournal implements Journal, Closeable {
    private static final long LARGE = 256L * 1024;

    private final Path path;
    private final ObjectMapper json;
    private final Map<AttemptId, OpenAttempt> open = new LinkedHashMap<>();
    private volatile List<AttemptId> ids = List.of();
    private JournalFile file;

    /** Opens the journal at {@code path}, with what an earlier run left in it. */
    public DiskJournal(Path path, ObjectMapper json) throws IOException {
        this.path = path;
        this.json = json;
        replay();
        this.file = rewrite();
        forceFolder();
    }

    private void replay() throws IOException {
        if (Files.exists(path)) {
            String all = Files.readString(path, StandardCharsets.ISO_8859_1);
            for (String line : all.split("\n", -1)) {
                Optional<JournalEntry> entry = JournalEntry.parse(
                        new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), json);
                entry.ifPresent(this::apply);
            }
        }
    }

    private void apply(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.Began(OpenAttempt attempt) -> open.put(attempt.attempt(), attempt);
            case JournalEntry.Ended(AttemptId attempt, Outcome outcome) ->
                open.computeIfPresent(attempt, (id, known) -> known.ended(outcome));
            case JournalEntry.Acknowledged(AttemptId attempt) -> open.remove(attempt);
        }
        ids = List.copyOf(open.keySet());
    }

    /** A new file beside the old one, complete on disk before it takes its place. Where that fails the old one stays. */
    private JournalFile rewrite() throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            var written = new JournalFile(channel);
            for (OpenAttempt attempt : open.values()) {
                written.append(line(new JournalEntry.Began(attempt)));
            }
            channel.force(true);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    private byte[] line(JournalEntry entry) {
        return JournalEntry.line(entry, json);
    }

    @Override
    public synchronized void began(OpenAttempt attempt) {
        try {
            var entry = new JournalEntry.Began(attempt);
            file.force(line(entry));
            apply(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be forced to disk", e);
        }
    }

    @Override
    public synchronized void ended(AttemptId attempt, Outcome outcome) {
        try {
            var entry = new JournalEntry.Ended(attempt, outcome);
            file.append(line(entry));
            apply(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    @Override
    public synchronized void acknowledged(AttemptId attempt) {
        var entry = new JournalEntry.Acknowledged(attempt);
        apply(entry);
        try {
            file.append(line(entry));
            if (file.size() > LARGE) {
                JournalFile grown = file;
                file = rewrite();
                grown.close();
                forceFolder();
            }
        } catch (IOException noRoom) {
            // The next start reports the end once more, and the next acknowledgement tries to write the journal anew.
        }
    }

    @Override
    public synchronized List<OpenAttempt> open() {
        return List.copyOf(open.values());
    }

    /** Every sync of every slot asks: far more often than they change. */
    @Override
    public List<AttemptId> ids() {
        return ids;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
