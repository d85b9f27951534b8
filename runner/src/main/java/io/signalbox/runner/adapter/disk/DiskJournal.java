package io.signalbox.runner.adapter.disk;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.journal.Journal;
import io.signalbox.runner.journal.OpenAttempt;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
    private FileChannel channel;

    /** Opens the journal at {@code path}, with what an earlier run left in it. */
    public DiskJournal(Path path, ObjectMapper json) throws IOException {
        this.path = path;
        this.json = json;
        replay();
        this.channel = rewrite();
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

    /** A new file beside the old one, complete on disk before it takes its place. */
    private FileChannel rewrite() throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        FileChannel written = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        for (OpenAttempt attempt : open.values()) {
            append(written, new JournalEntry.Began(attempt));
        }
        written.force(true);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
        return written;
    }

    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    private void append(FileChannel target, JournalEntry entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(JournalEntry.line(entry, json));
        while (line.hasRemaining()) {
            target.write(line);
        }
    }

    @Override
    public synchronized void began(OpenAttempt attempt) {
        try {
            var entry = new JournalEntry.Began(attempt);
            append(channel, entry);
            channel.force(false);
            apply(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be forced to disk", e);
        }
    }

    @Override
    public synchronized void ended(AttemptId attempt, Outcome outcome) {
        write(new JournalEntry.Ended(attempt, outcome));
    }

    @Override
    public synchronized void acknowledged(AttemptId attempt) {
        write(new JournalEntry.Acknowledged(attempt));
    }

    private void write(JournalEntry entry) {
        try {
            append(channel, entry);
            apply(entry);
            if (channel.size() > LARGE) {
                channel.close();
                channel = rewrite();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
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
        channel.close();
    }
}
