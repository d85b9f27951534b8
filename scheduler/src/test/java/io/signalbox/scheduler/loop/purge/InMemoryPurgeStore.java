package io.signalbox.scheduler.loop.purge;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.retention.FinishedTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finished tasks in memory. It can do a number of writes and then do one more of which nobody hears. */
final class InMemoryPurgeStore implements PurgeStore {

    private final Map<Place, Kept> tasks =
            new TreeMap<>(Comparator.comparing(Place::createdAt).thenComparing(Place::id));
    private final Map<TaskId, FinishedTask> wishes = new HashMap<>();
    private int writesHeardOf = Integer.MAX_VALUE;

    private record Kept(FinishedTask task, int events) {}

    void insert(FinishedTask task, Instant createdAt, int events) {
        tasks.put(new Place(createdAt, task.id().value()), new Kept(task, events));
    }

    /** So many writes are answered; the one after them is done, and its answer lost. */
    void loseTheAnswerAfter(int writes) {
        writesHeardOf = writes;
    }

    /** Gateways fulfil what is wished and decided. */
    int fulfil() {
        List<TaskId> decided = wishes.keySet().stream()
                .filter(id -> find(id).noneMatch(task -> task.logPurgedAt() == null))
                .toList();
        decided.forEach(wishes::remove);
        return decided.size();
    }

    void fulfil(TaskId task) {
        wishes.remove(task);
    }

    List<TaskId> kept() {
        return tasks.values().stream().map(kept -> kept.task().id()).toList();
    }

    Set<TaskId> wishes() {
        return Set.copyOf(wishes.keySet());
    }

    @Override
    public Page finished(@Nullable Place after, Instant latest, int limit) {
        List<Map.Entry<Place, Kept>> found = tasks.entrySet().stream()
                .filter(entry -> after == null || isBehind(entry.getKey(), after))
                .filter(entry -> !entry.getValue().task().finishedAt().isAfter(latest))
                .limit(limit)
                .toList();
        return new Page(
                found.stream()
                        .map(Map.Entry::getValue)
                        .filter(kept -> kept.events() == 0)
                        .map(Kept::task)
                        .toList(),
                found.size() < limit ? null : found.getLast().getKey());
    }

    private static boolean isBehind(Place place, Place other) {
        int order = place.createdAt().compareTo(other.createdAt());
        return order > 0 || (order == 0 && place.id().compareTo(other.id()) > 0);
    }

    @Override
    public void want(List<FinishedTask> wanted) {
        wanted.forEach(task -> wishes.putIfAbsent(task.id(), task));
        written();
    }

    @Override
    public void mark(List<FinishedTask> marked, Instant at) {
        Set<String> commits = commits(marked);
        tasks.replaceAll((_, kept) -> commits.contains(kept.task().commit()) ? marked(kept, at) : kept);
        written();
    }

    private static Kept marked(Kept kept, Instant at) {
        FinishedTask task = kept.task();
        return new Kept(
                new FinishedTask(
                        task.id(), task.project(), task.state(), task.commit(), task.finishedAt(), task.attempts(), at),
                kept.events());
    }

    @Override
    public Set<TaskId> wanted(Collection<TaskId> ids) {
        Set<TaskId> wanted = new HashSet<>(ids);
        wanted.retainAll(wishes.keySet());
        return wanted;
    }

    @Override
    public int remove(Collection<FinishedTask> removed) {
        Set<String> commits = commits(removed);
        Predicate<Kept> fits =
                kept -> commits.contains(kept.task().commit()) && kept.task().logPurgedAt() != null;
        List<Kept> gone = new ArrayList<>(tasks.values().stream().filter(fits).toList());
        tasks.values().removeIf(fits);
        written();
        return gone.size();
    }

    private Stream<FinishedTask> find(TaskId id) {
        return tasks.values().stream().map(Kept::task).filter(task -> task.id().equals(id));
    }

    private static Set<String> commits(Collection<FinishedTask> tasks) {
        Set<String> commits = new HashSet<>();
        tasks.forEach(task -> commits.add(task.commit()));
        return commits;
    }

    private void written() {
        if (writesHeardOf-- == 0) {
            throw new IllegalStateException("the answer was lost");
        }
    }
}
