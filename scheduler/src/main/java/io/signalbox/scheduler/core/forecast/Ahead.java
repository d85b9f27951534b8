package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.ProjectName;
import io.signalbox.scheduler.core.duration.Spread;
import io.signalbox.scheduler.core.match.Waiting;
import io.signalbox.scheduler.core.time.Ageing;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Kinds;
import io.signalbox.scheduler.core.view.ProjectView;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many tasks are given slots that fit a task before it is, and how long these take: older ones of its project, those of other projects in
 * proportion to the turns that they have meanwhile, and higher priorities until its own has aged. Those that fit other slots, too, count in
 * the proportion in which they do.
 */
final class Ahead {
    private final Snapshot snapshot;
    private final Kinds kinds;
    private final Inquiry task;
    private final BitSet own;
    private final int slots;
    private final Mix ofTheProject = new Mix();
    private final Map<ProjectName, Mix> others = new LinkedHashMap<>();
    private final Map<Integer, Mix> higher = new TreeMap<>();
    private final Mix all = new Mix();
    private final IdentityHashMap<BitSet, Double> shares = new IdentityHashMap<>();

    Ahead(Snapshot snapshot, Kinds kinds, Inquiry task) {
        this.snapshot = snapshot;
        this.kinds = kinds;
        this.task = task;
        this.own = kinds.fitting(task.demand());
        this.slots = Math.max(1, kinds.serving(own));
        snapshot.waiting().forEach(this::count);
        sum();
    }

    /** All of them. */
    Mix all() {
        return all;
    }

    /** Those that are of its own project. */
    Mix ofTheProject() {
        return ofTheProject;
    }

    private void count(Waiting group) {
        if (group.priority() < task.priority()) {
            return;
        }
        if (group.priority() == task.priority() && group.demand().equals(task.demand())) {
            ofTheProject.add(task.older(), usual(group));
            return;
        }
        double share = share(group);
        if (share == 0) {
            return;
        }
        if (group.priority() > task.priority()) {
            higher.computeIfAbsent(group.priority(), it -> new Mix()).add(share * mayRun(group), usual(group));
        } else if (group.demand().project().equals(task.demand().project())) {
            ofTheProject.add(share * group.olderThan(task.since()), usual(group));
        } else {
            others.computeIfAbsent(group.demand().project(), it -> new Mix()).add(share * mayRun(group), usual(group));
        }
    }

    private Spread usual(Waiting group) {
        return snapshot.usual(group.terms());
    }

    /** Which part of its tasks come to the slots in question. */
    private double share(Waiting group) {
        return shares.computeIfAbsent(kinds.fitting(group.demand()), fitting -> {
            int anywhere = kinds.serving(fitting);
            BitSet both = (BitSet) fitting.clone();
            both.and(own);
            return anywhere == 0 ? 0 : (double) kinds.serving(both) / anywhere;
        });
    }

    private double mayRun(Waiting group) {
        return Math.min(
                group.ready(), snapshot.project(group.demand().project()).room());
    }

    private void sum() {
        all.add(ofTheProject.tasks(), ofTheProject);
        double turns = ofTheProject.tasks() + 1;
        double pace = pace(task.demand().project());
        others.forEach((project, mix) -> {
            double meanwhile = (turns - 0.5) * pace(project) / pace;
            all.add(Math.min(mix.tasks(), meanwhile), mix);
        });
        double level = all.tasks() + 1;
        higher.forEach((priority, mix) -> all.add(Math.min(mix.tasks(), level * untilAged(priority, mix)), mix));
    }

    /** How fast it starts tasks, compared with others: its share by what one costs. */
    private double pace(ProjectName project) {
        ProjectView view = snapshot.project(project);
        return view.weight() / Math.max(1, view.usual().mean());
    }

    /** How many tasks of a higher priority go before its own has caught up with them. */
    private double untilAged(int priority, Mix mix) {
        return (priority - task.priority()) / Ageing.points(1, mix.mean() / slots);
    }
}
