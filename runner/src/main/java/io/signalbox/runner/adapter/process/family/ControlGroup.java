package io.signalbox.runner.adapter.process.family;

import io.signalbox.model.id.AttemptId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A control group (cgroup v2) of the attempt's own below the runner's. What is born in it stays in it, whatever becomes of its environment, session and
 * parents; it limits nothing. Not every runner may make one: as root it may, and as a service with {@code Delegate=yes}.
 */
public final class ControlGroup {
    private static final String PREFIX = "signalbox-";
    private static final String PROCESSES = "cgroup.procs";
    private static final Optional<Path> OWN = own();

    private final Path folder;

    private ControlGroup(Path folder) {
        this.folder = folder;
    }

    /** That of {@code attempt}, made if need be; none where that is not permitted. */
    public static Optional<ControlGroup> make(AttemptId attempt) {
        return OWN.flatMap(own -> {
            Path folder = own.resolve(PREFIX + attempt);
            try {
                Files.createDirectories(folder);
                return Optional.of(new ControlGroup(folder));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /** That of {@code attempt}, if there is one. */
    static Optional<ControlGroup> find(AttemptId attempt) {
        return OWN.map(own -> own.resolve(PREFIX + attempt))
                .filter(Files::isDirectory)
                .map(ControlGroup::new);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Takes a process in that has no children yet; false where that is not permitted. */
    public boolean add(long process) {
        try {
            Files.writeString(folder.resolve(PROCESSES), Long.toString(process));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Everything in it and in the groups that its processes made below it. */
    Set<Long> members() {
        var members = new HashSet<Long>();
        for (Path group : groups()) {
            try {
                Files.readAllLines(group.resolve(PROCESSES)).forEach(line -> members.add(Long.parseLong(line)));
            } catch (IOException e) {
                // It has been removed meanwhile, with nothing in it.
                assert Files.notExists(group) : "a group that is there can be read";
            }
        }
        return members;
    }

    /** Removes it, if nothing is in it any more. */
    void remove() {
        for (Path group : groups().reversed()) {
            try {
                Files.deleteIfExists(group);
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Outer before inner. */
    private List<Path> groups() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory)
                    .sorted(Comparator.comparingInt(Path::getNameCount))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The runner's own group in the hierarchy of version 2, by proc_pid_mountinfo(5) and cgroups(7). */
    private static Optional<Path> own() {
        try {
            Optional<String> mount = Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                    .filter(line -> line.contains(" - cgroup2 "))
                    .map(line -> line.split(" ", -1)[4])
                    .findFirst();
            Optional<String> below = Files.readAllLines(Path.of("/proc/self/cgroup")).stream()
                    .filter(line -> line.startsWith("0::/"))
                    .map(line -> line.substring("0::/".length()))
                    .findFirst();
            return mount.flatMap(root -> below.map(Path.of(root)::resolve)).filter(Files::isWritable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
