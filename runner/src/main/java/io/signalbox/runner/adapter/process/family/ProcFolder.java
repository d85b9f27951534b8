package io.signalbox.runner.adapter.process.family;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code /proc} tells of one process (proc(5)): nothing of one that has ended meanwhile, or that may not be looked at.
 *
 * @param path where
 */
record ProcFolder(Path path) {
    private static final Path ROOT = Path.of("/proc");
    private static final String FILE_LOCKS = "Max file locks";
    private static final int STATE = 0;
    private static final int PARENT = 1;

    static ProcFolder of(long process) {
        return new ProcFolder(ROOT.resolve(Long.toString(process)));
    }

    /** All at this moment, nearly. */
    static List<ProcFolder> all() {
        try (Stream<Path> files = Files.list(ROOT)) {
            return files.filter(ProcFolder::isOfProcess).map(ProcFolder::new).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("the processes could not be listed", e);
        }
    }

    private static boolean isOfProcess(Path folder) {
        return Character.isDigit(folder.getFileName().toString().charAt(0));
    }

    long process() {
        return Long.parseLong(path.getFileName().toString());
    }

    /** Whether it lives and is no zombie: that is dead already and waits for its parent alone. */
    boolean runs() {
        return parent().isPresent();
    }

    /** The parent of one that runs. */
    Optional<Long> parent() {
        return stat().filter(fields -> !isDead(fields)).map(fields -> Long.parseLong(fields.get(PARENT)));
    }

    /** Whether it has ended and waits for its parent to take note. */
    boolean isZombie() {
        return stat().filter(ProcFolder::isDead).isPresent();
    }

    private static boolean isDead(List<String> fields) {
        return "ZX".contains(fields.get(STATE));
    }

    /** The fields after the name, which may itself contain anything (proc_pid_stat(5)). */
    private Optional<List<String>> stat() {
        return read(path.resolve("stat"))
                .map(line ->
                        Arrays.asList(line.substring(line.lastIndexOf(')') + 2).split(" ", PARENT + 2)));
    }

    /** The processes that its threads have started and that it has not taken note of the end of. */
    List<Long> children() {
        var children = new ArrayList<Long>();
        try (var threads = Files.newDirectoryStream(path.resolve("task"))) {
            threads.forEach(thread -> childrenOf(thread).ifPresent(children::addAll));
        } catch (IOException | UncheckedIOException e) {
            // It has ended: they are others' now.
            return List.of();
        }
        return children;
    }

    /** Those of its first thread alone, to which orphans are given; none where the kernel keeps no such list. */
    Optional<List<Long>> childrenOfFirstThread() {
        return childrenOf(path.resolve("task").resolve(path.getFileName()));
    }

    private static Optional<List<Long>> childrenOf(Path thread) {
        return read(thread.resolve("children"))
                .map(line -> Arrays.stream(line.strip().split(" ", -1))
                        .filter(number -> !number.isEmpty())
                        .map(Long::valueOf)
                        .toList());
    }

    /** Its soft limit of file locks. */
    Optional<String> fileLocks() {
        return read(path.resolve("limits")).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(FILE_LOCKS))
                .map(line -> line.substring(FILE_LOCKS.length()).strip().split(" ", 2)[0])
                .findFirst();
    }

    /** Whether the variable, as it was at its start, contains the text. */
    boolean environmentHas(String variable, String text) {
        return read(path.resolve("environ")).stream()
                .flatMap(all -> Arrays.stream(all.split("\0", 0)))
                .anyMatch(entry -> entry.startsWith(variable + "=") && entry.contains(text));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
