package io.signalbox.scheduler.core.simulation;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.world.ModelStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A scheduler that leads or led: what it has heard, what it has decided, what it still has to do. Each part may stop between any two steps. */
final class SimulatedLeader {
    final SchedulerCore core;
    final List<Command> inbox = new ArrayList<>();
    final List<Effect> pending = new ArrayList<>();
    private List<Command> corrections = List.of();
    private @Nullable Decision decided;

    SimulatedLeader(Epoch epoch) {
        core = new SchedulerCore(epoch);
    }

    /** Decides on some of what it has heard, in any order, unless a decision is still to be committed. */
    void decide(SplittableRandom random, Now now) {
        if (decided != null) {
            return;
        }
        List<Command> batch = new ArrayList<>(corrections);
        corrections = List.of();
        int count = random.nextInt(4);
        for (int i = 0; i < count && !inbox.isEmpty(); i++) {
            batch.add(inbox.remove(random.nextInt(inbox.size())));
        }
        batch.add(new Command.Tick());
        decide(batch, now);
    }

    /** Decides on everything that it has heard, unless a decision is still to be committed. */
    void decideAll(Now now) {
        if (decided != null) {
            return;
        }
        List<Command> batch = new ArrayList<>(corrections);
        corrections = List.of();
        batch.addAll(inbox);
        inbox.clear();
        decide(batch, now);
    }

    /** Commits what it has decided, however long ago that was. */
    void commit(ModelStore store, Checker checker) {
        if (decided != null) {
            checker.commits(decided);
            corrections = store.commit(decided);
            pending.addAll(store.performed());
            decided = null;
        }
    }

    private void decide(List<Command> batch, Now now) {
        Decision decision = core.decide(batch, now);
        decision.effects().stream()
                .filter(Effect.SetAside.class::isInstance)
                .map(Effect.SetAside.class::cast)
                .findFirst()
                .ifPresent(failed -> {
                    throw failed.failure();
                });
        decided = decision;
    }
}
