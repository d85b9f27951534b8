package io.signalbox.runner.adapter.process.family;

import io.signalbox.model.id.AttemptId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Everything that an attempt started and that still runs: its shell, what carries the attempt's mark in its environment,
 * whatever session or parent it has by now, what is in its control group where there is one, and the descendants of these. Without such a group, what
 * cleared its environment is found as long as one of its ancestors lives.
 */
public final class ProcessTree {
    /** Environment variable with the attempts a process belongs to, outermost first: a runner may itself run inside a task. */
    public static final String MARK = "SIGNALBOX_GUARDED";

    private static final Duration PAUSE = Duration.ofMillis(10);
    private final AttemptId attempt;
    private final Optional<ProcessHandle> shell;
    private final Optional<ControlGroup> group;

    private ProcessTree(AttemptId attempt, Optional<ProcessHandle> shell, Optional<ControlGroup> group) {
        this.attempt = attempt;
        this.shell = shell;
        this.group = group;
    }

    /** Of a shell of this attempt, which is in {@code group}, if there is one. */
    public static ProcessTree of(AttemptId attempt, Process shell, Optional<ControlGroup> group) {
        return new ProcessTree(attempt, Optional.of(shell.toHandle()), group);
    }

    /** Of an attempt whose shell nobody knows any more. */
    public static ProcessTree leftBy(AttemptId attempt) {
        return new ProcessTree(attempt, Optional.empty(), ControlGroup.find(attempt));
    }

    /** The mark of a process that {@code attempt} starts, when this process itself carries {@code inherited}. */
    public static String mark(String inherited, AttemptId attempt) {
        return inherited + ":" + attempt;
    }

    /** SIGTERM to all, and SIGKILL to those left after {@code grace}, until nothing is left. Blocks. */
    public void end(Duration grace) {
        List<ProcessHandle> members = members();
        long deadline = System.nanoTime() + grace.toNanos();
        if (grace.isPositive()) {
            members.forEach(ProcessHandle::destroy);
        }
        while (!members.isEmpty() && System.nanoTime() - deadline < 0) {
            pause();
            members = living(members);
        }
        kill();
    }

    /** SIGKILL to all, again and again: a process may be born while the others die. */
    public void kill() {
        for (List<ProcessHandle> members = members(); !members.isEmpty(); members = members()) {
            members.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
        group.ifPresent(ControlGroup::remove);
    }

    /** Those of {@code known} that live; only when all seem gone, everything is searched anew. */
    private List<ProcessHandle> living(List<ProcessHandle> known) {
        List<ProcessHandle> alive = known.stream().filter(ProcessTable::runs).toList();
        return alive.isEmpty() ? members() : alive;
    }

    /** Those that live, parents before children. */
    public List<ProcessHandle> members() {
        // Its id may be another's as soon as it has ended.
        long living =
                shell.filter(ProcessHandle::isAlive).map(ProcessHandle::pid).orElse(0L);
        Set<Long> grouped = group.map(ControlGroup::members).orElse(Set.of());
        return ProcessTable.now()
                .family(entry ->
                        entry.pid() == living || grouped.contains(entry.pid()) || entry.carries(MARK, attempt.value()));
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
