package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.spec.Fallback;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.limit.KeyName;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of matching as a person would read them out: it looks at every task and every slot for every decision. */
final class ReferenceScheduler {
    private static final double FIRST_COST = 60_000;

    private final List<TaskEntry> waiting = new ArrayList<>();
    private final Map<TaskEntry, Started> running = new HashMap<>();
    private final List<Slot> free = new ArrayList<>();
    private final Map<Runner, Integer> roomSince = new HashMap<>();
    private final LinkedHashSet<Runner.Profile> classes = new LinkedHashSet<>();
    private final Map<ClassLevel, PassedOver> passed = new HashMap<>();
    private final Map<ProjectName, Credit> credits = new HashMap<>();
    private final Map<ProjectName, List<Runner>> lately = new HashMap<>();
    private final List<TaskEntry> members = new ArrayList<>();
    private Policies policies = Policies.NONE;
    private @Nullable Double usualCost;
    private int changes;

    private record Started(Slot slot, double paid, long at) {}

    private record ClassLevel(Runner.Profile runners, int priority) {}

    private record PassedOver(long since, int times) {}

    private static final class Credit {
        private double deficit;
        private @Nullable Double cost;
    }

    void obey(Policies newPolicies) {
        policies = newPolicies;
    }

    /** Those that want the same with the same priority. */
    Map<WaitingQueue.Sort, List<TaskEntry>> waiting() {
        return waiting.stream().collect(Collectors.groupingBy(WaitingQueue.Sort::of));
    }

    void submit(TaskEntry task) {
        waiting.add(task);
        members.add(task);
    }

    void cancel(TaskEntry task) {
        waiting.remove(task);
        members.remove(task);
    }

    void offer(Slot slot) {
        free.add(slot);
        classes.add(slot.runner().alike());
        roomSince.put(slot.runner(), ++changes);
    }

    void end(TaskEntry task, long now) {
        Started started = Objects.requireNonNull(running.remove(task));
        members.remove(task);
        Credit credit = credit(task.terms().project());
        double took = Math.max(1, now - started.at);
        credit.cost = credit.cost == null ? took : credit.cost + 0.1 * (took - credit.cost);
        usualCost = usualCost == null ? took : usualCost + 0.1 * (took - usualCost);
        credit.deficit = Math.clamp(credit.deficit + started.paid - took, -20 * credit.cost, credit.cost);
        offer(started.slot);
    }

    List<Arena.Pair> match(long now) {
        List<Arena.Pair> pairs = new ArrayList<>();
        for (Runner.Profile runners : classes) {
            while (hasFree(runners) && hasRoom(runners)) {
                TaskEntry task = choose(runners, now);
                if (task == null) {
                    break;
                }
                Slot slot = place(task, runners);
                start(task, slot, now);
                pairs.add(new Arena.Pair(task, slot));
            }
        }
        return pairs;
    }

    private boolean hasFree(Runner.Profile runners) {
        return free.stream().anyMatch(slot -> slot.runner().alike().equals(runners));
    }

    private boolean hasRoom(Runner.Profile runners) {
        Integer cap = policies.of(runners.pool()).cap();
        long live = running.values().stream()
                .filter(it -> it.slot.runner().profile().pool().equals(runners.pool()))
                .count();
        return cap == null || live < cap;
    }

    private @Nullable TaskEntry choose(Runner.Profile runners, long now) {
        TreeMap<Integer, List<TaskEntry>> levels = new TreeMap<>(Comparator.reverseOrder());
        waiting.stream()
                .filter(task -> fits(task, runners) && mayRun(task))
                .forEach(task -> levels.computeIfAbsent(task.terms().priority(), it -> new ArrayList<>())
                        .add(task));
        Optional<Integer> next = levels.keySet().stream()
                .max(Comparator.<Integer>comparingDouble(level -> urgency(runners, level, now))
                        .thenComparing(Comparator.naturalOrder()));
        if (next.isEmpty()) {
            return null;
        }
        passed.remove(new ClassLevel(runners, next.get()));
        levels.tailMap(next.get(), false).keySet().forEach(level -> passOver(runners, level, now));
        return turn(Objects.requireNonNull(levels.get(next.get())));
    }

    /** Its own pool or, once it has waited for long enough, its fallback's; then with the fallback's tags, if there are any. */
    private static boolean fits(TaskEntry task, Runner.Profile runner) {
        TaskTerms terms = task.terms();
        Fallback wider = task.isWidened() ? terms.fallback() : null;
        boolean isOfPool = terms.pool() == null
                || runner.pool().equals(terms.pool())
                || (wider != null && runner.pool().equals(wider.pool()));
        List<String> tags = wider == null || wider.tags() == null ? terms.tags() : wider.tags();
        return isOfPool
                && tags.stream()
                        .allMatch(tag -> tag.startsWith("!")
                                ? !runner.tags().contains(tag.substring(1))
                                : runner.tags().contains(tag));
    }

    private double urgency(Runner.Profile runners, int level, long now) {
        PassedOver over = passed.get(new ClassLevel(runners, level));
        return over == null ? level : level + over.times / 10.0 + (now - over.since) / 60_000.0;
    }

    private void passOver(Runner.Profile runners, int level, long now) {
        ClassLevel which = new ClassLevel(runners, level);
        PassedOver before = passed.getOrDefault(which, new PassedOver(now, 0));
        passed.put(which, new PassedOver(before.since, before.times + 1));
    }

    private TaskEntry turn(List<TaskEntry> tasks) {
        List<ProjectName> projects = tasks.stream()
                .map(task -> task.terms().project())
                .distinct()
                .sorted(Comparator.comparing(ProjectName::value))
                .toList();
        ProjectName next = projects.stream()
                .min(Comparator.comparingDouble(this::roundsToGo))
                .orElseThrow();
        double rounds = roundsToGo(next);
        for (ProjectName project : projects) {
            Credit credit = credit(project);
            credit.deficit = Math.min(cost(project), credit.deficit + rounds * weight(project));
        }
        return tasks.stream()
                .filter(task -> task.terms().project().equals(next))
                .min(Comparator.comparingLong(TaskEntry::createdAt).thenComparing(TaskEntry::id))
                .orElseThrow();
    }

    private double roundsToGo(ProjectName project) {
        return Math.max(0, (cost(project) - credit(project).deficit) / weight(project));
    }

    private double cost(ProjectName project) {
        Double own = credit(project).cost;
        return own != null ? own : usualCost != null ? usualCost : FIRST_COST;
    }

    private double weight(ProjectName project) {
        return policies.of(project).weight();
    }

    private Credit credit(ProjectName project) {
        return credits.computeIfAbsent(project, it -> new Credit());
    }

    private boolean mayRun(TaskEntry task) {
        Integer cap = policies.of(task.terms().project()).cap();
        long live = running.keySet().stream()
                .filter(it -> it.terms().project().equals(task.terms().project()))
                .count();
        return (cap == null || live < cap) && isKeyOpen(task);
    }

    private boolean isKeyOpen(TaskEntry task) {
        KeyName key = KeyName.of(task.terms());
        if (key == null) {
            return true;
        }
        Concurrency newest = members.stream()
                .filter(it -> key.equals(KeyName.of(it.terms())))
                .max(Comparator.comparingLong(TaskEntry::createdAt).thenComparing(TaskEntry::id))
                .map(it -> it.terms().concurrency())
                .orElseThrow();
        long held = running.keySet().stream()
                .filter(it -> key.equals(KeyName.of(it.terms())))
                .count();
        return held < newest.limit();
    }

    private Slot place(TaskEntry task, Runner.Profile runners) {
        List<Slot> fitting = free.stream()
                .filter(slot -> slot.runner().profile().pool().equals(runners.pool()))
                .filter(slot -> fits(task, slot.runner().profile()))
                .toList();
        Comparator<Slot> room = Comparator.comparingLong(this::room);
        boolean spread = policies.of(runners.pool()).strategy() == Strategy.SPREAD;
        long best = room(fitting.stream().max(spread ? room : room.reversed()).orElseThrow());
        Runner.Profile home = classes.stream()
                .filter(it -> fitting.stream()
                        .anyMatch(slot ->
                                room(slot) == best && slot.runner().alike().equals(it)))
                .findFirst()
                .orElseThrow();
        List<Slot> equal = fitting.stream()
                .filter(slot -> room(slot) == best && slot.runner().alike().equals(home))
                .toList();
        List<Runner> warm = spread ? lately.getOrDefault(task.terms().project(), List.of()) : List.of();
        Runner chosen = warm.stream()
                .filter(runner -> equal.stream().anyMatch(slot -> slot.runner() == runner))
                .findFirst()
                .orElseGet(() -> equal.stream()
                        .map(Slot::runner)
                        .min(Comparator.comparingInt(runner -> Objects.requireNonNull(roomSince.get(runner))))
                        .orElseThrow());
        return equal.stream()
                .filter(slot -> slot.runner() == chosen)
                .findFirst()
                .orElseThrow();
    }

    private long room(Slot slot) {
        return free.stream().filter(it -> it.runner() == slot.runner()).count();
    }

    private void start(TaskEntry task, Slot slot, long now) {
        waiting.remove(task);
        free.remove(slot);
        roomSince.put(slot.runner(), ++changes);
        ProjectName project = task.terms().project();
        running.put(task, new Started(slot, cost(project), now));
        credit(project).deficit -= cost(project);
        List<Runner> known = lately.computeIfAbsent(project, it -> new ArrayList<>());
        known.remove(slot.runner());
        known.addFirst(slot.runner());
    }
}
