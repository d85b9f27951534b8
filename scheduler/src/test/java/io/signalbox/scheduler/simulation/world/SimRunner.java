package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.runner.SlotReading;
import io.signalbox.scheduler.core.world.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of our runners, or an official agent, with one slot: its process, its journal, and the document that gateways keep of it. */
final class SimRunner {
    /** Contact within so long keeps work alive that may be tried elsewhere (C9). */
    private static final long KILL_AFTER_MILLIS = 6_000;

    final RunnerId id;
    final SlotRef slot;
    /** What it has begun in this session: its journal, and what was acknowledged since (C2). */
    final Set<AttemptId> begun = new HashSet<>();

    @Nullable
    Work running;

    /** How the work ended, once it did; kept until it is acknowledged. */
    @Nullable
    AttemptResult ended;

    boolean crashed;
    boolean heedless;
    boolean gone;
    long cutUntil;
    long sync;
    long contactAt;
    private final Protocol protocol;
    private List<String> tags;
    private Generation generation = new Generation(1);
    private @Nullable RelayId relay;
    private SlotReading stored = new SlotReading(0, 0, null, 1);

    SimRunner(int number, Protocol protocol, List<String> tags) {
        this.id = Sample.runner(number);
        this.protocol = protocol;
        this.slot = new SlotRef(id, 0);
        this.tags = tags;
    }

    /** An attempt of a task. */
    record Work(TaskId task, AttemptId attempt) {}

    boolean isOfficial() {
        return protocol == Protocol.OFFICIAL;
    }

    Generation generation() {
        return generation;
    }

    List<String> tags() {
        return tags;
    }

    @Nullable
    RelayId relay() {
        return relay;
    }

    @Nullable
    AttemptId named() {
        return running == null ? null : running.attempt();
    }

    /** Whether it can reach a gateway. */
    boolean isThere(long millis) {
        return !crashed && !gone && millis >= cutUntil;
    }

    /** Whether its guard has killed what runs: without contact for so long it may have been replaced. Official agents have no guard (C10). */
    boolean isKilled(long millis) {
        return !isOfficial() && running != null && ended == null && millis - contactAt > KILL_AFTER_MILLIS;
    }

    /** A gateway stores what a sync says: the document never goes back (C4), and each store is a beat (C7). */
    void store(RelayId at, long number, @Nullable AttemptId attempt) {
        boolean newer = attempt == null ? number > stored.sync() : number >= stored.sync();
        if (newer) {
            relay = at;
            stored = new SlotReading(0, number, attempt, stored.beat() + 1);
        }
    }

    Protocol protocol() {
        return protocol;
    }

    /** A new generation; its slots have not synced. */
    void register(long millis, List<String> newTags) {
        generation = generation.next();
        tags = newTags;
        crashed = false;
        gone = false;
        sync = 0;
        contactAt = millis;
        stored = new SlotReading(0, 0, null, stored.beat() + 1);
    }

    /** As gateways keep it, which take it to speak {@code taken}. */
    RunnerReading document(Protocol taken) {
        return new RunnerReading(
                id,
                "runner",
                PoolName.DEFAULT,
                tags,
                List.of(),
                generation,
                relay,
                gone ? Availability.DISCONNECTED : Availability.OPEN,
                taken,
                List.of(stored));
    }
}
