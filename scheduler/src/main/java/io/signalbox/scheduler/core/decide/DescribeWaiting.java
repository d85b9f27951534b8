package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.duration.Measured;
import io.signalbox.scheduler.core.limit.Cap;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Inquiry.Held;
import io.signalbox.scheduler.core.view.PoolView;
import io.signalbox.scheduler.core.view.ProjectView;
import io.signalbox.scheduler.core.view.Snapshot;
import io.signalbox.scheduler.core.view.ViewRunners;
import io.signalbox.scheduler.core.view.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies out of memory what explanations and forecasts need; it changes nothing. */
final class DescribeWaiting {
    private final Memory memory;
    private final ViewRunners viewRunners;

    DescribeWaiting(Memory memory) {
        this.memory = memory;
        this.viewRunners = new ViewRunners(memory.fleet, memory.relays, memory.lives);
    }

    /** Runners, queue and limits as they are now. */
    Snapshot snapshot(Now now) {
        return new Snapshot(
                now.stamp(), viewRunners.all(), memory.matcher.waiting(), projects(), pools(), memory.durations.now());
    }

    /** What is to be known of a task that waits; empty when it does not. */
    Optional<Inquiry> inquiry(TaskId id, Now now) {
        TaskEntry task = memory.tasks.get(id);
        if (task == null || !(task.status() instanceof TaskStatus.Queued)) {
            return Optional.empty();
        }
        Instant ready = Instant.ofEpochMilli(task.readyAt());
        return Optional.of(new Inquiry(
                Demand.of(task),
                task.terms().priority(),
                ready.isAfter(now.stamp()) && !task.isInLine() ? ready : null,
                task.readyAt(),
                memory.matcher.older(task),
                held(task.terms()),
                key(task.terms(), task)));
    }

    /** What is to be known of a task that would be submitted now: it would be the last of those that want the same. */
    Inquiry inquiry(TaskTerms terms, Now now) {
        Demand demand = Demand.of(terms);
        Instant notBefore = terms.notBefore();
        return new Inquiry(
                demand,
                terms.priority(),
                notBefore != null && notBefore.isAfter(now.stamp()) ? notBefore : null,
                now.stamp().toEpochMilli(),
                memory.matcher.ready(demand, terms.priority()),
                held(terms),
                key(terms, null));
    }

    private List<Held> held(TaskTerms terms) {
        List<Held> found = new ArrayList<>();
        ConcurrencyKey key = memory.limits.keyOf(terms);
        if (key != null && !key.isOpen()) {
            found.add(new Held(
                    "concurrency_key",
                    "concurrency key '%s' is taken: %d of %d run"
                            .formatted(key.name().key(), key.held(), key.limit()),
                    "Wait until a task with concurrency key '" + key.name().key() + "' ends."));
        }
        ProjectName project = terms.project();
        Cap cap = memory.limits.of(project);
        if (!cap.hasRoom()) {
            found.add(new Held(
                    "project_cap",
                    "project '%s' has reached its cap of %d".formatted(project, cap.most()),
                    "Wait until a task of project '" + project + "' ends, or raise its cap."));
        }
        return found;
    }

    private Inquiry.@Nullable Key key(TaskTerms terms, @Nullable TaskEntry task) {
        ConcurrencyKey key = memory.limits.keyOf(terms);
        if (key == null) {
            return null;
        }
        List<Work> holders = new ArrayList<>();
        int before = 0;
        boolean older = true;
        for (TaskEntry member : key.members()) {
            TaskStatus.Live live = member.live();
            older &= !member.equals(task);
            if (live != null) {
                holders.add(new Work(member.terms(), live.attempt().assignedAt().toEpochMilli()));
            } else if (older && member.isInLine()) {
                before++;
            }
        }
        return new Inquiry.Key(key.limit(), before, holders);
    }

    private Map<ProjectName, ProjectView> projects() {
        Measured measured = memory.durations.now();
        Set<ProjectName> names =
                new HashSet<>(memory.limits.policies().projects().keySet());
        names.addAll(memory.limits.projects());
        Map<ProjectName, ProjectView> views = new HashMap<>();
        for (ProjectName name : names) {
            Cap cap = memory.limits.of(name);
            int weight = memory.limits.policies().of(name).weight();
            views.put(name, new ProjectView(weight, cap.live(), cap.most(), measured.of(name)));
        }
        return views;
    }

    private Map<PoolName, PoolView> pools() {
        Map<PoolName, Runner.Profile> moulds = memory.fleet.moulds();
        Set<PoolName> names = new HashSet<>(memory.limits.policies().pools().keySet());
        names.addAll(moulds.keySet());
        Map<PoolName, PoolView> views = new HashMap<>();
        for (PoolName name : names) {
            views.put(
                    name,
                    new PoolView(
                            memory.limits.policies().of(name),
                            memory.limits.of(name).live(),
                            moulds.get(name)));
        }
        return views;
    }
}
