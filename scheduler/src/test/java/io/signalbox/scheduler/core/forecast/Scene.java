package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.duration.Durations;
import io.signalbox.scheduler.core.duration.Spread;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.match.Waiting;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.PoolView;
import io.signalbox.scheduler.core.view.ProjectView;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.RunnerView.Contact;
import io.signalbox.scheduler.core.view.Snapshot;
import io.signalbox.scheduler.core.view.Work;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A snapshot in the making: every task takes exactly ten seconds, unless said otherwise. */
final class Scene {
    static final Spread TEN_SECONDS = Spread.UNKNOWN.with(10_000);
    private static final PoolPolicy USUAL = new PoolPolicy(Strategy.SPREAD, null, Duration.ofSeconds(30), 0, null);

    private final List<RunnerView> runners = new ArrayList<>();
    private final List<Waiting> groups = new ArrayList<>();
    private final Durations durations = new Durations();
    private final Map<ProjectName, ProjectView> projects = new HashMap<>();
    private final Map<PoolName, PoolView> pools = new HashMap<>();

    /** A runner with free slots, and one for each attempt that has run for so many milliseconds. */
    Scene runner(String pool, List<String> tags, int free, long... elapsed) {
        return runner(Availability.OPEN, pool, tags, free, elapsed);
    }

    Scene runner(Availability availability, String pool, List<String> tags, int free, long... elapsed) {
        int number = runners.size() + 1;
        List<String> all = Stream.concat(tags.stream(), Stream.of(pool)).toList();
        Runner.Profile profile = new Runner.Profile("runner-" + number, new PoolName(pool), all, List.of());
        List<Work> work = new ArrayList<>();
        for (long each : elapsed) {
            work.add(work(each));
        }
        runners.add(new RunnerView(
                Sample.runner(number), profile, profile.nameless(), availability, Contact.HEARD, free, work));
        pools.putIfAbsent(profile.pool(), new PoolView(USUAL, 0, profile.nameless()));
        return this;
    }

    /** An attempt of the default project that has run for so many milliseconds. */
    Work work(long elapsed) {
        TaskTerms terms = Sample.terms().build();
        durations.measure(terms, 10_000);
        return new Work(terms, Sample.START.toEpochMilli() - elapsed);
    }

    Scene waiting(String project, int priority, int tasks, String... tags) {
        return waiting(demand(project, null, tags), priority, tasks, TEN_SECONDS);
    }

    Scene waiting(Demand demand, int priority, int tasks, Spread usual) {
        Sample.Terms terms = Sample.terms()
                .project(demand.project().value())
                .priority(priority)
                .tags(demand.tags().toArray(String[]::new));
        if (demand.pool() != null) {
            terms.pool(demand.pool().value());
        }
        if (usual.isKnown()) {
            durations.measure(terms.build(), Math.round(usual.mean()));
        }
        groups.add(new Waiting(demand, priority, terms.build(), tasks, tasks, 1_000, 2_000));
        return this;
    }

    Scene project(String name, int weight, int live, int most, Spread usual) {
        projects.put(new ProjectName(name), new ProjectView(weight, live, most, usual));
        return this;
    }

    Scene pool(String name, PoolPolicy policy, int live, Runner.@Nullable Profile mould) {
        pools.put(new PoolName(name), new PoolView(policy, live, mould));
        return this;
    }

    Snapshot snapshot() {
        return new Snapshot(Sample.START, runners, groups, projects, pools, durations.now());
    }

    static Demand demand(String project, @Nullable String pool, String... tags) {
        return new Demand(new ProjectName(project), pool == null ? null : new PoolName(pool), List.of(tags));
    }

    /** A task behind so many others that want the same. */
    static Inquiry task(Demand demand, int priority, int older) {
        return new Inquiry(demand, priority, null, 3_000, older, List.of(), null);
    }
}
