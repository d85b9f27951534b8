package io.signalbox.faults.core.plan;

import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.Plan.Allowance;
import io.signalbox.faults.core.history.Plan.Script;
import io.signalbox.faults.core.plan.Submission.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The load of one run: short, long, chatty and failing tasks, canceled, repeated, too slow ones, and each kind of loss policy. */
public final class LoadPlan {
    private static final int REQUEUES = 3;
    private static final List<List<String>> TAGS =
            List.of(List.of(), List.of("linux"), List.of("even"), List.of("odd"));

    private final SplittableRandom random;

    private LoadPlan(SplittableRandom random) {
        this.random = random;
    }

    /** The load of this seed, in the order of its times. */
    public static List<Submission> of(long seed, long runMillis, double perSecond) {
        // Another stream than that of the faults.
        LoadPlan plan = new LoadPlan(new SplittableRandom(~seed));
        List<Submission> load = new ArrayList<>();
        double at = 0;
        for (int number = 1; at < runMillis; number++) {
            load.add(plan.next(number, (long) at));
            at += plan.random.nextExponential() * 1000 / perSecond;
        }
        return load;
    }

    private Submission next(int number, long at) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> submission(number, at, new Script(3, 20, 0), 50, Manner.ONCE);
            case 3, 4, 5 -> submission(number, at, new Script(random.nextInt(10, 40), 40, 0), 250, Manner.ONCE);
            case 6 -> submission(number, at, new Script(random.nextInt(500, 3000), 80, 0), 0, Manner.ONCE);
            case 7 -> submission(number, at, new Script(5, 20, random.nextInt(1, 9)), 20, Manner.ONCE);
            case 8 -> submission(number, at, new Script(80, 40, 0), 250, Manner.CANCELED);
            case 9 -> submission(number, at, new Script(4, 20, random.nextInt(2)), 50, Manner.RETRIED);
            case 10 -> tooSlow(number, at);
            default -> submission(number, at, new Script(10, 20, 0), 100, Manner.REPEATED);
        };
    }

    private Submission submission(int number, long at, Script script, long pauseMillis, Manner manner) {
        int requeues = random.nextInt(2) * REQUEUES;
        return submission(
                number, at, script, pauseMillis, manner, new Allowance(random.nextInt(1, 3), requeues, false));
    }

    private Submission tooSlow(int number, long at) {
        return submission(number, at, new Script(100, 20, 0), 250, Manner.ONCE, new Allowance(1, 0, true));
    }

    private Submission submission(
            int number, long at, Script script, long pauseMillis, Manner manner, Allowance allowance) {
        @Nullable String key = manner == Manner.REPEATED ? "key-" + number : null;
        List<String> tags = TAGS.get(random.nextInt(TAGS.size()));
        return new Submission(new Plan(number, key, tags, script, allowance), at, pauseMillis, manner);
    }
}
