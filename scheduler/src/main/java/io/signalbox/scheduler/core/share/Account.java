package io.signalbox.scheduler.core.share;

import io.signalbox.model.id.ProjectName;

/** What a project has left of its turns, in milliseconds of slot time. */
public final class Account {
    /** A task that ran far longer than expected costs its project this many turns at most. */
    private static final double MOST_DEBT_IN_COSTS = 20;

    private final ProjectName project;
    private final Usual ofAll;
    private final Usual own = new Usual();
    private double weight;
    private double deficit;

    Account(ProjectName project, int weight, Usual ofAll) {
        this.project = project;
        this.weight = weight;
        this.ofAll = ofAll;
    }

    /** Whose it is. */
    public ProjectName project() {
        return project;
    }

    /** What its next task is expected to cost: what its own did, and while none has ended, what those of all projects did. */
    double cost() {
        return own.isMeasured() ? own.millis() : ofAll.millis();
    }

    void weigh(int newWeight) {
        weight = newWeight;
    }

    /** How many rounds it takes until the next task can be paid. */
    double roundsToGo() {
        return Math.max(0, (cost() - deficit) / weight);
    }

    /** Gains for {@code rounds}, but never saves more than the next task costs. */
    void gain(double rounds) {
        deficit = Math.min(cost(), deficit + rounds * weight);
    }

    /** The next task is given a slot; says what it paid. */
    double pay() {
        deficit -= cost();
        return cost();
    }

    void refund(double paid) {
        deficit = Math.min(cost(), deficit + paid);
    }

    /** A task took so long; says what counts of that. */
    double measure(double tookMillis) {
        double took = Math.max(1, tookMillis);
        own.measure(took);
        ofAll.measure(took);
        return took;
    }

    /** The task took {@code tookMillis} of slot time after {@code paid} had been taken for it. */
    void settle(double paid, double tookMillis) {
        double took = measure(tookMillis);
        deficit = Math.clamp(deficit + paid - took, -MOST_DEBT_IN_COSTS * cost(), cost());
    }
}
