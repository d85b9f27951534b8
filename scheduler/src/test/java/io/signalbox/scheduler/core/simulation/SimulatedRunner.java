package io.signalbox.scheduler.core.simulation;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of our runners with one slot, together with the part of its relay that serves it. */
final class SimulatedRunner {
    final ModelRunner document;
    final SlotRef slot;
    /** Given, perhaps not arrived: the relay gives nothing else while this is live (C1). */
    @Nullable
    Work claimed;

    /** Offered by the scheduler, not claimed yet. */
    @Nullable
    Work offered;

    /** Claimed on this sync; the task is still to be read. */
    @Nullable
    Giving giving;

    @Nullable
    Work running;

    final Set<AttemptId> stops = new HashSet<>();
    /** Attempts that it has begun in this session: the journal, and what was acknowledged since (C2). */
    final Set<AttemptId> begun = new HashSet<>();

    boolean crashed;

    SimulatedRunner(int number) {
        document = new ModelRunner(Sample.runner(number), 1);
        slot = new SlotRef(document.id(), 0);
    }

    /** An attempt of a task. */
    record Work(TaskId task, AttemptId attempt) {}

    /** An attempt that is being given on a sync. */
    record Giving(Work work, long sync) {}

    /** Its slot syncs, naming what it runs; whatever was on its way to the sync before is dead. */
    void sync() {
        giving = null;
        document.syncs(0, running == null ? null : running.attempt());
    }

    long syncNumber() {
        return document.slot(0).sync();
    }

    void crash() {
        crashed = true;
        giving = null;
    }

    /** It registers anew; its journal names what it had running, unless another host took the name. */
    void restart() {
        crashed = false;
        claimed = null;
        offered = null;
        stops.clear();
        document.registersAnew().beginsSlot(0, running == null ? null : running.attempt());
    }
}
