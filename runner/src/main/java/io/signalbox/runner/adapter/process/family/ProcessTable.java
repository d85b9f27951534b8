package io.signalbox.runner.adapter.process.family;

import io.signalbox.runner.adapter.process.platform.Platform;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of this machine at one moment. Reading it from {@code /proc} costs about 20 µs for each process of the machine.
 */
final class ProcessTable {
    private static final int MEMBERS = 3;

    private final Map<Long, Entry> entries;

    private ProcessTable(Map<Long, Entry> entries) {
        this.entries = entries;
    }

    /**
     * One process.
     *
     * @param process its id
     * @param parent that of its parent
     * @param group that of its process group; 0 where it was not asked for
     */
    record Entry(long process, long parent, long group) {}

    /** As far as this system tells. */
    static ProcessTable now() {
        return switch (Platform.here().search()) {
            case MARKS -> ofFolders();
            case GROUP -> ofPs();
        };
    }

    private static ProcessTable ofFolders() {
        Map<Long, Entry> entries = new HashMap<>();
        ProcFolder.all()
                .forEach(folder -> folder.parent()
                        .ifPresent(it -> entries.put(folder.process(), new Entry(folder.process(), it, 0))));
        return new ProcessTable(entries);
    }

    /** By ps(1), as POSIX has it: without the dead and itself. */
    static ProcessTable ofPs() {
        Map<Long, Entry> entries = new HashMap<>();
        try {
            Process ps = new ProcessBuilder("ps", "-A", "-o", "pid=", "-o", "ppid=", "-o", "pgid=", "-o", "stat=")
                    .redirectError(Redirect.DISCARD)
                    .start();
            ps.inputReader(StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] fields = line.strip().split(" +", -1);
                if (fields.length > MEMBERS && !fields[MEMBERS].startsWith("Z")) {
                    var entry =
                            new Entry(Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
                    entries.put(entry.process(), entry);
                }
            });
            entries.remove(ps.pid());
        } catch (IOException e) {
            throw new IllegalStateException("the processes could not be listed", e);
        }
        return new ProcessTable(entries);
    }

    /**
     * The processes that {@code root} matches and their descendants, parents before children: a shell that is signalled
     * first does not go on with its next command when its child ends.
     */
    List<Long> family(Predicate<Entry> root) {
        var roots = entries.values().stream().filter(root).map(Entry::process).collect(Collectors.toSet());
        return entries.keySet().stream()
                .filter(process -> ancestry(process).anyMatch(roots::contains))
                .sorted(Comparator.comparingLong(process -> ancestry(process).count()))
                .toList();
    }

    /** The process itself and its ancestors, as far as they were seen. The table was not read in one moment: it may seem to have circles. */
    private Stream<Long> ancestry(Long process) {
        return Stream.iterate(process, entries::containsKey, this::parentOf).limit(entries.size());
    }

    private long parentOf(long process) {
        Entry entry = entries.get(process);
        return entry == null ? 0 : entry.parent();
    }

    /** Whether it lives and is no zombie. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive()
                && switch (Platform.here().search()) {
                    case MARKS -> ProcFolder.of(process.pid()).runs();
                    case GROUP -> true;
                };
    }
}
