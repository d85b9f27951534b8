package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.OnLost;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.loop.batch.InMemoryTaskStore;
import io.signalbox.scheduler.loop.event.InMemoryEventStore;
import io.signalbox.scheduler.loop.leadership.InMemoryLeadershipStore;
import io.signalbox.scheduler.loop.report.InMemoryReportStore;
import io.signalbox.scheduler.loop.sweep.FleetReader;
import io.signalbox.scheduler.simulation.Fault;
import io.signalbox.scheduler.simulation.check.Checker;
import io.signalbox.scheduler.simulation.store.FlakyFeed;
import io.signalbox.scheduler.simulation.store.FlakyLeadership;
import io.signalbox.scheduler.simulation.store.FlakyReports;
import io.signalbox.scheduler.simulation.store.FlakyTasks;
import io.signalbox.scheduler.simulation.store.Weather;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Everything that is there: stores that pass the same contracts as the real ones, processes, messages on their way, and time. */
final class World {
    private static final long NOTICED_AFTER_MILLIS = 11_000;

    final Weather weather;
    final Checker checker;
    final InMemoryTaskStore truth = new InMemoryTaskStore();
    final InMemoryReportStore reportTruth = new InMemoryReportStore();
    final InMemoryEventStore feedTruth = new InMemoryEventStore();
    final FlakyTasks tasks;
    final FlakyReports reports;
    final FlakyFeed feed;
    final FlakyLeadership leadership;
    final FleetReader fleet = new Fleet();
    final List<SimScheduler> schedulers = new ArrayList<>();
    final List<SimRelay> relays = new ArrayList<>();
    final List<SimRunner> runners = new ArrayList<>();
    private final Consumer<Supplier<String>> story;
    private long millis = 1_000_000;
    private long relayMillis;
    private long relayLivedAt;

    World(Fault fault, long kinds, Checker checker, Consumer<Supplier<String>> story) {
        this.weather = new Weather(fault, kinds);
        this.checker = checker;
        this.story = story;
        this.tasks = new FlakyTasks(truth, weather, checker);
        this.reports = new FlakyReports(reportTruth, truth, weather);
        this.feed = new FlakyFeed(feedTruth, truth.outboxes(), weather);
        this.leadership = new FlakyLeadership(new InMemoryLeadershipStore(), weather);
    }

    long millis() {
        return millis;
    }

    /** For how long at least one relay has lived, or had lived so short a time ago that nobody can have noticed its death (C8). */
    long relayMillis() {
        return relayMillis;
    }

    void passes(long more) {
        if (!relays.isEmpty()) {
            relayLivedAt = millis;
        }
        millis += more;
        relayMillis += millis - relayLivedAt <= NOTICED_AFTER_MILLIS ? more : 0;
        checker.passes(instant(), relayMillis);
    }

    void say(Supplier<String> what) {
        story.accept(() -> "%8.3f s  %s".formatted((millis - 1_000_000) / 1_000.0, what.get()));
    }

    Instant instant() {
        return Sample.START.plusMillis(millis);
    }

    /** The time as a scheduler knows it; now and then it cannot measure the store's clock, and its own is wrong by hours (C22). */
    Now now(LongSupplier nanoTime) {
        long monotonic = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
        if (!weather.strikes(20)) {
            return Now.of(monotonic, instant());
        }
        Instant wrong = instant().plusSeconds(weather.draw(20_000) - 10_000L);
        return weather.is(Fault.HOSTS_CLOCK_TRUSTED) ? Now.of(monotonic, wrong) : new Now(monotonic, wrong, null);
    }

    /** A take-over measures it first. */
    Now measured(LongSupplier nanoTime) {
        return Now.of(TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong()), instant());
    }

    StoredTask task(TaskId id) {
        return truth.read(List.of(id)).getFirst();
    }

    RunnerReading document(SimRunner runner) {
        return runner.document(weather.is(Fault.OFFICIAL_TAKEN_FOR_OURS) ? Protocol.OURS : runner.protocol());
    }

    boolean isCurrent(SimSlot.Work work) {
        return task(work.task()).status() instanceof TaskStatus.Live live
                && live.attempt().id().equals(work.attempt());
    }

    /** Whether its work kills itself without contact: what may be tried elsewhere does (C9). */
    boolean isGuarded(SimSlot.Work work) {
        return mayBeTriedElsewhere(work) && !weather.is(Fault.NO_GUARD);
    }

    boolean mayBeTriedElsewhere(SimSlot.Work work) {
        return task(work.task()).terms().onLost().policy() == OnLost.Policy.REQUEUE;
    }

    boolean isToldToStop(TaskId id) {
        return task(id).status() instanceof TaskStatus.Live live && live.stop() != null;
    }

    /** A message to the leader: every term that believes to lead has a queue of its own. */
    void tellLeader(Command command) {
        for (SimScheduler scheduler : schedulers) {
            SimTerm term = scheduler.term();
            if (term != null && !term.term().isOver()) {
                for (int copies = weather.copies(); copies > 0; copies--) {
                    term.hear(command);
                }
            }
        }
    }

    void publish(SimTerm from, Effect.PublishAssignment wanted) {
        boolean routed =
                tellRelay(wanted.relay(), new SimRelay.Heard.Assign(from.term().epoch(), wanted.assignment()));
        if (!routed) {
            from.hear(new Command.Undeliverable(
                    wanted.assignment().task(), wanted.assignment().attempt()));
        }
    }

    void publish(SimTerm from, Effect.PublishStop wanted) {
        var _ = tellRelay(wanted.relay(), new SimRelay.Heard.StopIt(from.term().epoch(), wanted.stop()));
    }

    void ask(SimTerm from, RelayId relay) {
        var _ = tellRelay(relay, new SimRelay.Heard.Snapshot(from.term().epoch()));
    }

    private boolean tellRelay(RelayId id, SimRelay.Heard message) {
        List<SimRelay> found =
                relays.stream().filter(relay -> relay.id.equals(id)).toList();
        found.forEach(relay -> {
            for (int copies = weather.copies(); copies > 0; copies--) {
                relay.hear(message);
            }
        });
        return !found.isEmpty();
    }

    /** What gateways wrote about runners and themselves. */
    private final class Fleet implements FleetReader {
        @Override
        public List<RelayReading> relays() {
            weather.call();
            return relays.stream()
                    .map(relay -> new RelayReading(relay.id, relay.renewal(), relay.epochSeen()))
                    .toList();
        }

        @Override
        public List<RunnerReading> runners() {
            weather.call();
            return runners.stream().map(World.this::document).toList();
        }

        @Override
        public List<RunnerReading> runners(Collection<RunnerId> ids) {
            weather.call();
            return runners.stream()
                    .filter(runner -> ids.contains(runner.id))
                    .map(World.this::document)
                    .toList();
        }

        @Override
        public Policies policies() {
            weather.call();
            return Policies.NONE;
        }
    }
}
