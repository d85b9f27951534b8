package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.limit.Cap;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.match.Waiting;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Group;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Inquiry.Held;
import io.signalbox.scheduler.core.view.PoolView;
import io.signalbox.scheduler.core.view.ProjectView;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.RunnerView.Contact;
import io.signalbox.scheduler.core.view.Snapshot;
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

    DescribeWaiting(Memory memory) {
        this.memory = memory;
    }

    /** Runners, queue and limits as they are now. */
    Snapshot snapshot(Now now) {
        List<RunnerView> runners =
                memory.fleet.runners().stream().map(runner -> view(runner, now)).toList();
        List<Group> waiting = memory.matcher.waiting().stream().map(this::group).toList();
        return new Snapshot(now.stamp(), runners, waiting, projects(runners, waiting), pools());
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
                key(task.terms(), task, now)));
    }

    /** What is to be known of a task that would be submitted now: it would be the last of those that want the same. */
    Inquiry inquiry(TaskTerms terms, Now now) {
        Demand demand = Demand.of(terms);
        int older = memory.matcher.waiting().stream()
                .filter(queue -> queue.terms().priority() == terms.priority()
                        && queue.demand().equals(demand))
                .mapToInt(Waiting::ready)
                .sum();
        Instant notBefore = terms.notBefore();
        return new Inquiry(
                demand,
                terms.priority(),
                notBefore != null && notBefore.isAfter(now.stamp()) ? notBefore : null,
                now.stamp().toEpochMilli(),
                older,
                held(terms),
                key(terms, null, now));
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

    private Inquiry.@Nullable Key key(TaskTerms terms, @Nullable TaskEntry task, Now now) {
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
                holders.add(work(member, live.attempt().assignedAt(), now));
            } else if (older && member.isInLine()) {
                before++;
            }
        }
        return new Inquiry.Key(key.limit(), before, holders);
    }

    private RunnerView view(Runner runner, Now now) {
        List<Work> work = new ArrayList<>(runner.slots().size());
        int free = 0;
        boolean known = false;
        for (Slot slot : runner.slots()) {
            boolean usable = memory.relays.isUsable(slot.relay());
            known |= usable;
            free += usable && slot.isFree() ? 1 : 0;
            for (AttemptId occupant : slot.occupants()) {
                LiveAttempt live = memory.lives.get(occupant);
                if (live != null) {
                    work.add(work(live.task(), live.attempt().assignedAt(), now));
                }
            }
        }
        Contact contact = known || runner.isUnreachable() ? contact(runner) : Contact.GATEWAY_UNKNOWN;
        return new RunnerView(
                runner.id(), runner.profile(), runner.alike(), runner.availability(), contact, free, work);
    }

    private static Contact contact(Runner runner) {
        return runner.isUnreachable()
                ? Contact.SILENT
                : switch (runner.reputation().trust()) {
                    case SET_ASIDE -> Contact.SET_ASIDE;
                    case PROBED -> Contact.PROBED;
                    case ONLINE, UNREACHABLE, GONE, TRUSTED -> Contact.HEARD;
                };
    }

    private Work work(TaskEntry task, Instant since, Now now) {
        long elapsed = Math.max(0, now.stamp().toEpochMilli() - since.toEpochMilli());
        return new Work(task.terms().project(), memory.durations.of(task.terms()), elapsed);
    }

    private Group group(Waiting queue) {
        return new Group(
                queue.demand(),
                queue.terms().priority(),
                queue.tasks(),
                queue.ready(),
                queue.oldest(),
                queue.newest(),
                memory.durations.of(queue.terms()));
    }

    private Map<ProjectName, ProjectView> projects(List<RunnerView> runners, List<Group> waiting) {
        Set<ProjectName> names =
                new HashSet<>(memory.limits.policies().projects().keySet());
        waiting.forEach(group -> names.add(group.demand().project()));
        runners.forEach(runner -> runner.work().forEach(work -> names.add(work.project())));
        Map<ProjectName, ProjectView> views = new HashMap<>();
        for (ProjectName name : names) {
            Cap cap = memory.limits.of(name);
            int weight = memory.limits.policies().of(name).weight();
            views.put(name, new ProjectView(weight, cap.live(), cap.most(), memory.durations.of(name)));
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
