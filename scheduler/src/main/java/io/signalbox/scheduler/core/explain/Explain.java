package io.signalbox.scheduler.core.explain;

import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.core.explain.Obstacle.Found;
import io.signalbox.scheduler.core.forecast.EstimateStart;
import io.signalbox.scheduler.core.match.Waiting;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a task waits: for each runner the first condition at which it fails, equal ones together with their number and some names, the same for
 * each pool, when the task will start, and the one change that would start it. Pure functions.
 */
public final class Explain {
    private static final int MOST_EXAMPLES = 5;

    private Explain() {}

    /** Why a task waits that does. */
    public static Explanation waiting(Snapshot snapshot, Inquiry task) {
        return explained(snapshot, task, new EstimateStart(snapshot));
    }

    /** What would become of a task that is not submitted: it starts at once, or waits for these reasons. */
    public static Explanation preview(Snapshot snapshot, Inquiry task) {
        EstimateStart estimate = new EstimateStart(snapshot);
        return estimate.startsAtOnce(task) ? Explanation.startsAt(snapshot.at()) : explained(snapshot, task, estimate);
    }

    private static Explanation explained(Snapshot snapshot, Inquiry task, EstimateStart estimate) {
        Findings findings = Findings.of(task.demand(), snapshot, estimate.kinds());
        return new Explanation(
                true,
                task.notBefore() == null ? position(snapshot, task) : null,
                estimate.of(task).orElse(null),
                causes(snapshot, task, findings),
                PoolCauses.of(snapshot, task.demand(), findings),
                Remedy.of(task, findings));
    }

    private static long position(Snapshot snapshot, Inquiry task) {
        return 1
                + task.older()
                + snapshot.waiting().stream()
                        .filter(group -> group.priority() > task.priority()
                                && group.demand().equals(task.demand()))
                        .mapToLong(Waiting::tasks)
                        .sum();
    }

    private static List<Explanation.Cause> causes(Snapshot snapshot, Inquiry task, Findings findings) {
        List<Explanation.Cause> causes = new ArrayList<>();
        if (task.notBefore() != null) {
            causes.add(
                    new Explanation.Cause("not_before", "it may not start before " + task.notBefore(), 0, List.of()));
        }
        for (Inquiry.Held held : task.held()) {
            causes.add(new Explanation.Cause(held.code(), held.detail(), 0, List.of()));
        }
        if (snapshot.runners().isEmpty()) {
            causes.add(new Explanation.Cause("no_runners", "no runner is registered", 0, List.of()));
        }
        findings.all().entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .map(group -> cause(snapshot, group.getKey(), group.getValue()))
                .forEach(causes::add);
        return causes;
    }

    private static Explanation.Cause cause(Snapshot snapshot, Found found, List<RunnerView> runners) {
        boolean all = runners.size() == snapshot.runners().size();
        String detail = switch (found.obstacle()) {
            case OTHER_POOL -> all ? found.detail() + ", which has no runner" : found.detail();
            case TAG_MISSING -> all ? "no runner has the tag" + quoted(found) : who(runners) + found.detail();
            default -> who(runners) + found.detail();
        };
        return new Explanation.Cause(
                found.obstacle().code(),
                detail,
                runners.size(),
                runners.stream()
                        .limit(MOST_EXAMPLES)
                        .map(runner -> runner.profile().name())
                        .toList());
    }

    private static String who(List<RunnerView> runners) {
        return runners.size() == 1
                ? "runner " + runners.getFirst().profile().name() + " "
                : runners.size() + " runners: each ";
    }

    private static String quoted(Found found) {
        return found.detail().substring(found.detail().indexOf(" '"));
    }
}
