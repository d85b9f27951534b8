package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.explain.Situation;
import io.signalbox.scheduler.core.explain.Situation.Contact;
import io.signalbox.scheduler.core.explain.Situation.Held;
import io.signalbox.scheduler.core.explain.Situation.RunnerView;
import io.signalbox.scheduler.core.limit.Cap;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies out of memory what an explanation needs; it changes nothing. */
final class DescribeWaiting {
    private final Memory memory;

    DescribeWaiting(Memory memory) {
        this.memory = memory;
    }

    /** The task and the runners around it; empty when it does not wait. */
    Optional<Situation> situation(TaskId id, Now now) {
        TaskEntry task = memory.tasks.get(id);
        if (task == null || !(task.status() instanceof TaskStatus.Queued)) {
            return Optional.empty();
        }
        Instant ready = Instant.ofEpochMilli(task.readyAt());
        Instant notBefore = ready.isAfter(now.stamp()) && !task.isInLine() ? ready : null;
        List<RunnerView> runners =
                memory.fleet.runners().stream().map(this::view).toList();
        return Optional.of(new Situation(Demand.of(task), notBefore, held(task), memory.matcher.before(task), runners));
    }

    private List<Held> held(TaskEntry task) {
        List<Held> found = new ArrayList<>();
        ConcurrencyKey key = memory.limits.keyOf(task);
        if (key != null && !key.isOpen()) {
            found.add(new Held(
                    "concurrency_key",
                    "concurrency key '%s' is taken: %d of %d run"
                            .formatted(key.name().key(), key.held(), key.limit()),
                    "Wait until a task with concurrency key '" + key.name().key() + "' ends."));
        }
        ProjectName project = task.terms().project();
        Cap cap = memory.limits.of(project);
        if (!cap.hasRoom()) {
            found.add(new Held(
                    "project_cap",
                    "project '%s' has reached its cap of %d".formatted(project, cap.most()),
                    "Wait until a task of project '" + project + "' ends, or raise its cap."));
        }
        return found;
    }

    private RunnerView view(Runner runner) {
        return new RunnerView(runner.profile(), runner.availability(), contact(runner));
    }

    private Contact contact(Runner runner) {
        if (runner.isUnreachable()) {
            return Contact.SILENT;
        }
        boolean known = runner.slots().stream().map(Slot::relay).anyMatch(memory.relays::isUsable);
        if (!known) {
            return Contact.GATEWAY_UNKNOWN;
        }
        boolean idle = runner.slots().stream().anyMatch(Slot::isFree);
        boolean room = memory.limits.of(runner.profile().pool()).hasRoom();
        return idle && !room ? Contact.POOL_FULL : Contact.HEARD;
    }
}
