package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.outlook.Comparison;
import io.signalbox.model.outlook.Comparison.Drained;
import io.signalbox.model.outlook.Comparison.Outlook;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.scheduler.core.match.Waiting;
import io.signalbox.scheduler.core.time.InWords;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.Snapshot;
import io.signalbox.scheduler.core.view.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What another fleet would change for what waits now; tasks that are still to come are not thought of. */
public final class CompareFleets {
    private static final int MOST_GROUPS = 20;

    private CompareFleets() {}

    /** Compares the fleet of {@code snapshot} with the one that {@code change} makes of it. */
    public static Comparison of(Snapshot snapshot, FleetChange change) {
        Snapshot other = snapshot.with(ChangedFleet.of(snapshot, change));
        EstimateStart now = new EstimateStart(snapshot);
        EstimateStart then = new EstimateStart(other);
        List<Comparison.Group> groups = snapshot.waiting().stream()
                .sorted(Comparator.comparingInt((Waiting group) -> -group.tasks())
                        .thenComparing(group -> group.demand().toString())
                        .thenComparingInt(group -> -group.priority()))
                .limit(MOST_GROUPS)
                .map(group -> compare(group, now, then))
                .toList();
        Outlook before = outlook(snapshot, now, groups, Comparison.Group::now);
        Outlook after = outlook(other, then, groups, Comparison.Group::then);
        int waiting = snapshot.waiting().stream().mapToInt(Waiting::tasks).sum();
        return new Comparison(
                waiting, before, after, groups, drained(snapshot, change), summary(waiting, before, after));
    }

    private static Comparison.Group compare(Waiting group, EstimateStart now, EstimateStart then) {
        Inquiry last = Inquiry.lastOf(group);
        return new Comparison.Group(
                group.demand().project(),
                group.demand().pool(),
                group.demand().tags(),
                group.priority(),
                group.tasks(),
                now.of(last).orElse(null),
                then.of(last).orElse(null));
    }

    private static Outlook outlook(
            Snapshot snapshot,
            EstimateStart estimate,
            List<Comparison.Group> groups,
            Function<Comparison.Group, @Nullable Instant> start) {
        int slots = snapshot.runners().stream()
                .filter(RunnerView::serves)
                .mapToInt(RunnerView::slots)
                .sum();
        int stuck = snapshot.waiting().stream()
                .filter(group -> estimate.kinds().serving(estimate.kinds().fitting(group.demand())) == 0)
                .mapToInt(Waiting::tasks)
                .sum();
        Instant last = groups.stream()
                .flatMap(group -> Optional.ofNullable(start.apply(group)).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Outlook(slots, stuck, last);
    }

    private static List<Drained> drained(Snapshot snapshot, FleetChange change) {
        Set<RunnerId> drained = Set.copyOf(change.drain());
        return snapshot.runners().stream()
                .filter(runner -> drained.contains(runner.id()))
                .map(runner -> new Drained(
                        runner.profile().name(),
                        runner.work().size(),
                        longest(snapshot, runner.work())
                                .map(snapshot.at()::plus)
                                .orElse(null)))
                .toList();
    }

    /** For how long the last of these will go on; empty while nothing is known of one of them. */
    static Optional<Duration> longest(Snapshot snapshot, List<Work> work) {
        return work.stream().allMatch(it -> snapshot.usual(it.terms()).isKnown())
                ? Optional.of(Duration.ofMillis(Math.round(
                        work.stream().mapToDouble(snapshot::rest).max().orElse(0))))
                : Optional.empty();
    }

    private static String summary(int waiting, Outlook now, Outlook then) {
        String slots = "%d tasks wait; %d slots instead of %d".formatted(waiting, then.slots(), now.slots());
        String stuck = then.stuck() == now.stuck()
                ? ""
                : "; %d tasks instead of %d fit no runner".formatted(then.stuck(), now.stuck());
        return slots + stuck + difference(now.lastStart(), then.lastStart()) + ".";
    }

    private static String difference(@Nullable Instant now, @Nullable Instant then) {
        if (now == null || then == null) {
            return "";
        }
        Duration later = Duration.ofSeconds(Duration.between(now, then).toSeconds());
        if (later.isZero()) {
            return "; the last of them starts at the same time";
        }
        return later.isNegative()
                ? "; the last of them starts " + InWords.of(later.negated()) + " earlier"
                : "; the last of them starts " + InWords.of(later) + " later";
    }
}
