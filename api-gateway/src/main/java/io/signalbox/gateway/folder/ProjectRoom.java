package io.signalbox.gateway.folder;

import io.signalbox.model.id.ProjectName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Room for the pieces of each project. What is stored is counted once a minute; what was taken since is added, so a gateway never gives more than there
 * is by its own doing, and several exceed it by what they take in that minute. Blocks to count; thread-safe.
 */
final class ProjectRoom {
    private static final Duration COUNTED_ANEW = Duration.ofMinutes(1);

    private final PieceStore store;
    private final long most;
    private final LongSupplier nanoTime;
    private final Map<ProjectName, Count> counts = new ConcurrentHashMap<>();

    ProjectRoom(PieceStore store, long most, LongSupplier nanoTime) {
        this.store = store;
        this.most = most;
        this.nanoTime = nanoTime;
    }

    private record Count(AtomicLong bytes, long at) {}

    /** Takes so many bytes, if there is room for them. */
    boolean take(ProjectName project, long bytes) {
        AtomicLong taken = count(project).bytes();
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    private Count count(ProjectName project) {
        long now = nanoTime.getAsLong();
        counts.values().removeIf(count -> now - count.at() >= COUNTED_ANEW.toNanos());
        Count known = counts.get(project);
        if (known != null) {
            return known;
        }
        Count fresh = new Count(new AtomicLong(store.bytesOf(project)), now);
        Count other = counts.putIfAbsent(project, fresh);
        return other == null ? fresh : other;
    }
}
