package io.signalbox.scheduler.core.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.lease.LiveAttempts;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Fleet;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.Relays;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.runner.Word;
import io.signalbox.scheduler.core.standing.Presence;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever happens to runners, looking only at those that changed shows what looking at all of them anew does. */
class ViewRunnersTest {
    private static final Epoch EPOCH = new Epoch(7);

    private Fleet fleet = new Fleet();
    private Relays relays = new Relays(EPOCH);
    private LiveAttempts lives = new LiveAttempts();
    private ViewRunners kept = new ViewRunners(fleet, relays, lives);
    private Random random = new Random(0);
    private long millis;
    private int tasks;

    private void begin(long seed) {
        fleet = new Fleet();
        relays = new Relays(EPOCH);
        lives = new LiveAttempts();
        kept = new ViewRunners(fleet, relays, lives);
        random = new Random(seed);
    }

    private List<RunnerView> anew() {
        return kept.anew();
    }

    @Property(tries = 200)
    void keptViewsAreThoseThatLookingAnewShows(@ForAll long seed) {
        begin(seed);
        for (int step = 0; step < 300; step++) {
            millis += random.nextInt(2_000);
            change();
            if (random.nextBoolean()) {
                assertThat(kept.all()).isEqualTo(anew());
            }
        }
        assertThat(kept.all()).isEqualTo(anew());
    }

    @Test
    void runnerThatDidNotChangeIsNotLookedAtAgain() {
        learn(1, "linux", 1, Availability.OPEN);
        learn(2, "linux", 1, Availability.OPEN);
        List<RunnerView> before = kept.all();
        learn(2, "linux", 1, Availability.OPEN);
        learn(1, "linux", 1, Availability.PAUSED);

        assertThat(kept.all().getFirst()).isNotEqualTo(before.getFirst());
        assertThat(kept.all().getLast()).isSameAs(before.getLast());
    }

    private void change() {
        switch (random.nextInt(11)) {
            case 0 -> {
                String tag = random.nextInt(5) == 0 ? "gpu" : "linux";
                learn(1 + random.nextInt(4), tag, 1 + random.nextInt(3), any(Availability.values()));
            }
            case 1 -> fleet.runners().forEach(runner -> runner.knownSlot(random.nextInt(2)));
            case 2 -> relay();
            case 3, 4, 5 -> slot(any(slots()));
            case 6 -> begin(new SlotRef(Sample.runner(1 + random.nextInt(4)), random.nextInt(2)));
            case 7 -> end(any(lives.all()));
            case 8 -> judge(any(List.copyOf(fleet.runners())));
            case 9 -> presence(any(List.copyOf(fleet.runners())));
            default -> leave(any(List.copyOf(fleet.runners())));
        }
    }

    private void learn(int number, String tag, int generation, Availability availability) {
        Runner.Profile profile = new Runner.Profile("runner-" + number, PoolName.DEFAULT, List.of(tag), List.of());
        var _ = fleet.learn(Sample.runner(number), profile, new Generation(generation), availability);
    }

    private void relay() {
        RelayId relay = relayId();
        Epoch seen = random.nextBoolean() ? EPOCH : new Epoch(6);
        switch (random.nextInt(3)) {
            case 0 -> relays.heard(relay, seen, millis);
            case 1 -> relays.returned(relay);
            default -> relays.read(List.of(new RelayReading(relay, random.nextInt(3), seen)), millis);
        }
    }

    private void slot(@Nullable Slot slot) {
        if (slot == null) {
            return;
        }
        AttemptId attempt = attempt(random.nextInt(1 + tasks));
        switch (random.nextInt(6)) {
            case 0, 1, 2 ->
                slot.hear(new Word(
                        relayId(),
                        slot.sync() + random.nextInt(2),
                        random.nextBoolean() ? attempt : null,
                        Word.Source.RELAY));
            case 3 -> slot.givenAt(slot.sync() + random.nextInt(2));
            case 4 -> slot.withdrawn(attempt);
            default -> slot.leaveUnknown(attempt);
        }
    }

    private void begin(SlotRef ref) {
        TaskTerms terms = Sample.terms().priority(random.nextInt(100)).build();
        TaskEntry task = new TaskEntry(StoredTask.inserted(Sample.task(++tasks), terms), terms);
        Attempt attempt = new Attempt(
                attempt(tasks),
                1,
                task.fence(),
                EPOCH,
                ref,
                "runner",
                new Generation(1),
                PoolName.DEFAULT,
                relayId(),
                Instant.ofEpochMilli(millis));
        lives.add(new LiveAttempt(task, attempt, 0));
        Slot slot = fleet.slot(ref);
        if (slot != null && random.nextBoolean()) {
            slot.occupy(attempt.id());
        } else {
            fleet.occupy(ref, attempt.id());
        }
    }

    private void end(@Nullable LiveAttempt live) {
        if (live == null) {
            return;
        }
        lives.remove(live);
        Slot slot = fleet.slot(live.attempt().slot());
        if (slot != null && random.nextBoolean()) {
            slot.leave(live.id());
        } else {
            fleet.vacate(live.attempt().slot(), live.id());
        }
    }

    private void judge(@Nullable Runner runner) {
        if (runner == null) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> runner.reputation().worked();
            case 1 -> runner.reputation().recall(millis);
            case 2 -> runner.reputation().isProbeDue(millis + 70_000);
            default -> runner.reputation().failedAtOnce(new ProjectName("project-" + random.nextInt(3)), millis);
        }
    }

    private void presence(@Nullable Runner runner) {
        if (runner != null) {
            runner.heard(any(Presence.Silence.values()));
        }
    }

    private void leave(@Nullable Runner runner) {
        if (runner != null && !runner.disconnect() && random.nextBoolean()) {
            fleet.forget(runner);
        }
    }

    private List<Slot> slots() {
        return fleet.runners().stream()
                .flatMap(runner -> runner.slots().stream())
                .toList();
    }

    private RelayId relayId() {
        return new RelayId("r-" + random.nextInt(2));
    }

    private static AttemptId attempt(int task) {
        return AttemptId.derive(Sample.task(task), Instant.EPOCH, EPOCH, 1);
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private <T> @Nullable T any(List<T> of) {
        return of.isEmpty() ? null : new ArrayList<>(of).get(random.nextInt(of.size()));
    }
}
