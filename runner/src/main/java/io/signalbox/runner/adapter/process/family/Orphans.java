package io.signalbox.runner.adapter.process.family;

import io.signalbox.runner.adapter.process.platform.Platform;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Those of the runner's descendants whose parents have ended. On Linux they become children of the runner's first thread instead of init's
 * (PR_SET_CHILD_SUBREAPER, prctl(2)): so what an attempt has left is found in one short list, without a search of the machine, however it was
 * started. A thread takes note of their ends once a second. Thread-safe.
 */
public final class Orphans {
    private static final Set<Long> KNOWN = ConcurrentHashMap.newKeySet();
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final String NO_LIMIT = "unlimited";

    private final ProcFolder runner;
    private Set<Long> deadBefore = Set.of();

    private Orphans(ProcFolder runner) {
        this.runner = runner;
    }

    /** Those of this process from here on; none where the system does not give them to it. */
    static Optional<Orphans> adopted() {
        return switch (Platform.here().search()) {
            case MARKS -> Adoption.ORPHANS;
            case GROUP -> Optional.empty();
        };
    }

    /** Leaves alone a process that the runner started itself, and whose end it takes note of. */
    public static void spare(long process, CompletableFuture<?> ended) {
        KNOWN.add(process);
        var _ = ended.whenComplete((_, _) -> KNOWN.remove(process));
    }

    /**
     * Those that live. The list in {@code /proc} is exact as long as nobody takes note of an end while it is read (proc_pid_task_tid_children(5)): here
     * nobody but this does.
     */
    synchronized List<Long> living() {
        return strangers().filter(child -> !isGone(ProcFolder.of(child))).toList();
    }

    private Stream<Long> strangers() {
        return runner.childrenOfFirstThread().orElse(List.of()).stream().filter(child -> !KNOWN.contains(child));
    }

    /** One with a number is no child that the runner started itself. */
    private static boolean isGone(ProcFolder child) {
        boolean zombie = child.isZombie();
        if (zombie && child.fileLocks().filter(locks -> !locks.equals(NO_LIMIT)).isPresent()) {
            reap(child);
        }
        return zombie;
    }

    private static void reap(ProcFolder child) {
        try {
            Kernel.reap(child.process());
        } catch (IOException e) {
            assert !child.isZombie() : "a dead child can be taken note of";
        }
    }

    /**
     * Java takes note at once of the end of what it started. Who is still dead a second later and has no number was left by somebody else, as by another
     * runner that was killed, or by whoever entered the container whose first process this is.
     */
    private synchronized void takeNote() {
        Set<Long> dead =
                strangers().filter(child -> isGone(ProcFolder.of(child))).collect(Collectors.toSet());
        dead.stream().filter(deadBefore::contains).map(ProcFolder::of).forEach(Orphans::reap);
        deadBefore = dead;
    }

    /** {@code roots} and all that descends from them, parents before children. */
    static Collection<Long> family(Collection<Long> roots) {
        var all = new LinkedHashSet<>(roots);
        var unseen = new ArrayDeque<>(roots);
        for (Long next = unseen.poll(); next != null; next = unseen.poll()) {
            ProcFolder.of(next).children().stream().filter(all::add).forEach(unseen::add);
        }
        return all;
    }

    private void takeNoteForEver() {
        while (true) {
            LockSupport.parkNanos(PAUSE);
            takeNote();
        }
    }

    /** Happens once, at the first use. */
    private static final class Adoption {
        private static final Optional<Orphans> ORPHANS = adopt();

        private static Optional<Orphans> adopt() {
            var runner = ProcFolder.of(ProcessHandle.current().pid());
            if (runner.childrenOfFirstThread().isEmpty()) {
                return Optional.empty();
            }
            try {
                Kernel.adoptOrphans();
            } catch (IOException e) {
                return Optional.empty();
            }
            var orphans = new Orphans(runner);
            Thread.ofPlatform().daemon().name("orphans").start(orphans::takeNoteForEver);
            return Optional.of(orphans);
        }
    }
}
