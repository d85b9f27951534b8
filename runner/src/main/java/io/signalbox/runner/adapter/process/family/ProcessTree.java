package io.signalbox.runner.adapter.process.family;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.process.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Everything that an attempt started and that still runs: its shell, what carries the attempt's {@link Mark}, whatever session or parent it has by now, and
 * the descendants of these. Where there are no marks to be read (macOS): its shell, what is in its process group, and the descendants of these.
 */
public final class ProcessTree {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Mark mark;
    private final Optional<ProcessHandle> shell;
    private final Optional<Orphans> orphans;

    private ProcessTree(AttemptId attempt, Optional<ProcessHandle> shell, Optional<Orphans> orphans) {
        this.mark = new Mark(attempt);
        this.shell = shell;
        this.orphans = orphans;
    }

    /** Of a shell of this attempt that has started nothing yet; {@code ended} completes when it has been taken note of. */
    public static ProcessTree of(AttemptId attempt, ProcessHandle shell, CompletableFuture<?> ended) {
        Optional<Orphans> orphans = Orphans.adopted();
        var tree = new ProcessTree(attempt, Optional.of(shell), orphans);
        Orphans.spare(shell.pid(), ended);
        orphans.ifPresent(_ -> tree.mark.put(shell.pid()));
        return tree;
    }

    /** Of an attempt whose shell nobody knows any more: the whole machine is searched for its mark, where that can be read. */
    public static ProcessTree leftBy(AttemptId attempt) {
        return new ProcessTree(attempt, Optional.empty(), Optional.empty());
    }

    /** SIGTERM to all, and SIGKILL to those left after {@code grace}, until nothing is left that may be killed. Blocks. */
    public void end(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        var asked = new HashSet<ProcessHandle>();
        List<ProcessHandle> members = members();
        while (!members.isEmpty() && System.nanoTime() - deadline < 0) {
            // One that was born while its parents were asked has not heard of it.
            members.stream().filter(asked::add).forEach(ProcessHandle::destroy);
            pause();
            members = living(members);
        }
        kill();
    }

    /** SIGKILL to all, again and again: a process may be born while the others die. Those of other users may be out of reach. */
    public void kill() {
        while (killAny(members())) {
            pause();
        }
    }

    private static boolean killAny(List<ProcessHandle> members) {
        boolean any = false;
        for (ProcessHandle member : members) {
            any |= member.destroyForcibly();
        }
        return any;
    }

    /** Those of {@code known} that live; only when all seem gone, or where the dead cannot be told, everything is searched anew. */
    private List<ProcessHandle> living(List<ProcessHandle> known) {
        List<ProcessHandle> alive = switch (Platform.here().search()) {
            case MARKS -> known.stream().filter(ProcessTable::runs).toList();
            case GROUP -> List.of();
        };
        return alive.isEmpty() ? members() : alive;
    }

    /** Those that live, parents before children. */
    public List<ProcessHandle> members() {
        // Its id may be another's as soon as it has ended.
        Optional<Long> living = shell.filter(ProcessHandle::isAlive).map(ProcessHandle::pid);
        return orphans.map(known -> among(known, living)).orElseGet(() -> onTheMachine(living)).stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(ProcessTable::runs)
                .toList();
    }

    private Collection<Long> among(Orphans known, Optional<Long> living) {
        var roots = new ArrayList<Long>();
        living.ifPresent(roots::add);
        known.living().stream().filter(mark::isOn).forEach(roots::add);
        return Orphans.family(roots);
    }

    private List<Long> onTheMachine(Optional<Long> living) {
        return switch (Platform.here().search()) {
            case MARKS -> ProcessTable.now().family(it -> isLiving(it.process(), living) || mark.isOn(it.process()));
            case GROUP -> ProcessTable.now().family(it -> isLiving(it.process(), living) || isOfGroup(it.group()));
        };
    }

    private static boolean isLiving(long process, Optional<Long> shell) {
        return shell.filter(it -> it == process).isPresent();
    }

    /** No other group gets its number as long as there is a process in this one. */
    private boolean isOfGroup(long group) {
        return shell.filter(it -> it.pid() == group).isPresent();
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
