package io.signalbox.runner.adapter.process.family;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of this machine at one moment, from {@code /proc}. Without it (macOS) there are processes and parents but
 * no environments, so that only descendants are found.
 */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.isDirectory(PROC.resolve("self"));
    private static final int STATE = 0;
    private static final int PARENT = 1;

    private final List<Entry> entries;

    private ProcessTable(List<Entry> entries) {
        this.entries = entries;
    }

    static ProcessTable now() {
        if (!HAS_PROC) {
            return new ProcessTable(
                    ProcessHandle.allProcesses().map(ProcessTable::plain).toList());
        }
        try (Stream<Path> files = Files.list(PROC)) {
            return new ProcessTable(files.filter(ProcessTable::isProcess)
                    .map(ProcessTable::read)
                    .flatMap(Optional::stream)
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("the processes could not be listed", e);
        }
    }

    /**
     * The processes that {@code root} matches and their descendants, parents before children: a shell that is signalled
     * first does not go on with its next command when its child ends.
     */
    List<ProcessHandle> family(Predicate<Entry> root) {
        Map<Long, Long> parents = new HashMap<>();
        entries.forEach(entry -> parents.put(entry.pid(), entry.parent()));
        Set<Long> roots = entries.stream().filter(root).map(Entry::pid).collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> ancestry(entry, parents).anyMatch(roots::contains))
                .sorted(Comparator.comparingLong(
                        entry -> ancestry(entry, parents).count()))
                .map(entry -> ProcessHandle.of(entry.pid()))
                .flatMap(Optional::stream)
                .filter(ProcessTable::runs)
                .toList();
    }

    /** The process itself and its ancestors, as far as they were seen. The table was not read in one moment: it may seem to have circles. */
    private static Stream<Long> ancestry(Entry entry, Map<Long, Long> parents) {
        return Stream.iterate(entry.pid(), parents::containsKey, parents::get).limit(parents.size());
    }

    /** Whether it lives and is no zombie: that is dead already and waits for its parent alone. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && (!HAS_PROC || hasNotEnded(process.pid()));
    }

    private static boolean hasNotEnded(long pid) {
        return stat(PROC.resolve(Long.toString(pid)))
                .filter(fields -> !isDead(fields))
                .isPresent();
    }

    private static Entry plain(ProcessHandle process) {
        long parent = process.parent().map(ProcessHandle::pid).orElse(0L);
        return new Entry(process.pid(), parent, PROC.resolve(process.pid() + "/environ"));
    }

    private static boolean isProcess(Path folder) {
        return Character.isDigit(folder.getFileName().toString().charAt(0));
    }

    private static Optional<Entry> read(Path folder) {
        return stat(folder).filter(fields -> !isDead(fields)).map(fields -> {
            long pid = Long.parseLong(folder.getFileName().toString());
            return new Entry(pid, Long.parseLong(fields.get(PARENT)), folder.resolve("environ"));
        });
    }

    private static boolean isDead(List<String> fields) {
        return "ZX".contains(fields.get(STATE));
    }

    /** The fields after the name, which may itself contain anything (proc_pid_stat(5)); none if it has ended meanwhile. */
    private static Optional<List<String>> stat(Path folder) {
        try {
            String line = new String(Files.readAllBytes(folder.resolve("stat")), StandardCharsets.ISO_8859_1);
            return Optional.of(
                    Arrays.asList(line.substring(line.lastIndexOf(')') + 2).split(" ", PARENT + 2)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * One process.
     *
     * @param pid its id
     * @param parent its parent's
     * @param environment the file with the environment it began with
     */
    record Entry(long pid, long parent, Path environment) {
        /** Whether the variable contains the text; not so for processes of other users. */
        boolean carries(String variable, String text) {
            try {
                String all = new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
                return Arrays.stream(all.split("\0", 0))
                        .anyMatch(entry -> entry.startsWith(variable + "=") && entry.contains(text));
            } catch (IOException e) {
                return false;
            }
        }
    }
}
