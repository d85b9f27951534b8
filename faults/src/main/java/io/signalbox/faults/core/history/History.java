package io.signalbox.faults.core.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that was written down about a run, in whatever order, looked at from several sides. Immutable. */
public final class History {
    private final List<Entry> entries;
    private final Map<Integer, Plan> plans;
    private final Map<String, List<ShownTask>> readings;
    private final Map<String, Trace> traces;
    private final Map<String, ShownLog> logs;
    private final Set<String> canceled;

    /** Of these entries. */
    public History(List<? extends Entry> entries) {
        this.entries = List.copyOf(entries);
        this.plans = all(Plan.class).stream().collect(toMap(Plan::number, plan -> plan, (first, _) -> first));
        this.readings = all(ShownTask.class).stream()
                .collect(groupingBy(ShownTask::id, LinkedHashMap::new, Collectors.toList()));
        this.traces = all(Mark.class).stream().collect(groupingBy(Mark::attempt)).values().stream()
                .map(Trace::of)
                .collect(toMap(Trace::attempt, trace -> trace));
        this.logs = all(ShownLog.class).stream().collect(toMap(ShownLog::attempt, log -> log, (_, last) -> last));
        this.canceled = all(Wish.class).stream().map(Wish::task).collect(Collectors.toSet());
    }

    /** The entries of one kind, in the order in which they were written down. */
    public <T extends Entry> List<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The submission of this number. */
    public Optional<Plan> plan(int number) {
        return Optional.ofNullable(plans.get(number));
    }

    /** Each task as it was shown last. */
    public List<ShownTask> tasks() {
        return readings.values().stream().map(List::getLast).toList();
    }

    /** The task as it was shown last. */
    public Optional<ShownTask> task(String id) {
        return Optional.ofNullable(readings.get(id)).map(List::getLast);
    }

    /** The task as it was shown each time, the last time last. */
    public List<ShownTask> readings(String id) {
        return readings.getOrDefault(id, List.of());
    }

    /** Every attempt that has begun to run, by its own word. */
    public Collection<Trace> traces() {
        return traces.values();
    }

    /** What the attempt wrote down about itself; empty where it never began. */
    public Optional<Trace> trace(String attempt) {
        return Optional.ofNullable(traces.get(attempt));
    }

    /** The log of the attempt. */
    public Optional<ShownLog> log(String attempt) {
        return Optional.ofNullable(logs.get(attempt));
    }

    /** Whether a cancel of the task was ever asked for, heard or not. */
    public boolean wished(String task) {
        return canceled.contains(task);
    }
}
