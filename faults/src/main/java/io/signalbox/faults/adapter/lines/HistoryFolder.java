package io.signalbox.faults.adapter.lines;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.signalbox.faults.core.history.Entry;
import io.signalbox.faults.core.history.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder whose files {@code *.jsonl} are the history of one run. Several may write at once: each line is one write to the end of a file.
 *
 * @param folder where they lie
 */
public record HistoryFolder(Path folder) {
    private static final String ENDING = ".jsonl";
    private static final String OWN = "load" + ENDING;

    /** Where tasks write their marks. */
    public Path marks() {
        return folder.resolve("marks" + ENDING);
    }

    /** Writes one entry down. Thread-safe. */
    public synchronized void add(Entry entry) {
        try {
            Files.writeString(folder.resolve(OWN), EntryLines.line(entry) + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was written down so far. */
    public History read() {
        try (Stream<Path> files = Files.list(folder)) {
            return new History(files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(file -> entriesIn(file).stream())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Entry> entriesIn(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(EntryLines::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
