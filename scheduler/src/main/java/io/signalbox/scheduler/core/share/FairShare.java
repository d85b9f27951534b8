package io.signalbox.scheduler.core.share;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Deficit round robin (Shreedhar and Varghese, 1996) over projects: in each round every project that has a task to run gains in proportion
 * to its weight, and the first that can pay for its next task has its turn. A task costs the slot time that those of its project took
 * lately; the difference is settled when it ends, so that shares are shares of slot time, also under different task lengths. Rounds are as
 * small as needed, so turns interleave whatever the weights are. Who has nothing to run gains nothing, and cannot save up.
 */
public final class FairShare {
    private final Map<ProjectName, Account> accounts = new HashMap<>();
    private final Usual ofAll = new Usual();
    private final Map<TaskId, Paid> paid = new HashMap<>();
    private ToIntFunction<ProjectName> weights = project -> ProjectPolicy.DEFAULT.weight();

    /** Something that a project can have its turn with. */
    public interface Turn {
        /** Whose turn it would be. */
        Account account();
    }

    /** The account of a project. */
    public Account account(ProjectName project) {
        return accounts.computeIfAbsent(project, name -> new Account(name, weights.applyAsInt(name), ofAll));
    }

    /** A task of the project took so long before its account was kept: what the next ones are expected to cost follows from that, not what is owed. */
    public void recall(ProjectName project, long tookMillis) {
        account(project).measure((double) tookMillis);
    }

    /** Weights were read anew. */
    public void weigh(ToIntFunction<ProjectName> newWeights) {
        weights = newWeights;
        accounts.values().forEach(account -> account.weigh(weights.applyAsInt(account.project())));
    }

    /**
     * Gives the turn to one of {@code candidates}, each of another project and with a task that could run now; the first of several that
     * could pay at once.
     */
    public <T extends Turn> T next(List<T> candidates) {
        T next = candidates.getFirst();
        double rounds = next.account().roundsToGo();
        for (T candidate : candidates) {
            double toGo = candidate.account().roundsToGo();
            if (toGo < rounds) {
                next = candidate;
                rounds = toGo;
            }
        }
        for (T candidate : candidates) {
            candidate.account().gain(rounds);
        }
        return next;
    }

    /** A task of the project whose turn it was got a slot at this time of the monotonic clock: it pays what its tasks usually cost. */
    public void pay(TaskEntry task, long monotonicMillis) {
        Account account = account(task.terms().project());
        paid.put(task.id(), new Paid(account, account.pay(), monotonicMillis, task.tries()));
    }

    /** The task gave its slot back. If it ran, the difference to what it paid is settled; if it did not, all of it is given back. */
    public void settle(TaskEntry task, long monotonicMillis) {
        Paid payment = paid.remove(task.id());
        if (payment != null && task.tries() > payment.tries) {
            payment.account.settle(payment.cost, (double) (monotonicMillis - payment.since));
        } else if (payment != null) {
            payment.account.refund(payment.cost);
        }
    }

    private record Paid(Account account, double cost, long since, int tries) {}
}
