package io.signalbox.gateway.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Adds facts to the chain: what comes in while a write is under way makes up the next one. Several gateways add to one chain; who finds
 * a place taken reads the end again and goes on behind it. Start and close are idempotent; thread-safe.
 */
public final class AuditLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 200;

    private final AuditStore store;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private Optional<AuditEntry> tail = Optional.empty();
    private @Nullable Thread writer;

    /** Adds to {@code store}. */
    public AuditLog(AuditStore store) {
        this.store = store;
    }

    private record Waiting(AuditFact fact, CompletableFuture<AuditEntry> stored) {}

    /**
     * Adds a fact; never blocks.
     *
     * @return the entry when it is stored; completed with an exception when it may not have been
     */
    public CompletableFuture<AuditEntry> add(AuditFact fact) {
        Waiting one = new Waiting(fact, new CompletableFuture<>());
        if (!queue.offer(one)) {
            one.stored().completeExceptionally(new IllegalStateException("too many facts wait for the audit log"));
        }
        return one.stored();
    }

    /** Adds a fact and waits until it is stored; throws {@link AuditUnavailable} when it may not have been. Blocks for a round trip. */
    public void require(AuditFact fact) {
        try {
            AuditEntry _ = add(fact).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AuditUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailable(e);
        }
    }

    /** Begins to write. */
    public synchronized void start() {
        if (writer == null) {
            writer = Thread.ofVirtual().name("audit-log").start(this::write);
        }
    }

    /** Ends writing; what still waits is not stored. */
    @Override
    public synchronized void close() {
        if (writer != null) {
            writer.interrupt();
            writer = null;
        }
    }

    private void write() {
        try {
            while (true) {
                List<Waiting> batch = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                store(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<Waiting> batch) {
        List<Waiting> left = batch;
        try {
            while (!left.isEmpty()) {
                left = left.subList(storeSome(left), left.size());
            }
        } catch (RuntimeException e) {
            tail = Optional.empty();
            left.forEach(one -> one.stored().completeExceptionally(e));
        }
    }

    private int storeSome(List<Waiting> batch) {
        if (tail.isEmpty()) {
            tail = store.last();
        }
        List<AuditEntry> entries = chain(batch);
        int stored = store.add(entries);
        for (int i = 0; i < stored; i++) {
            batch.get(i).stored().complete(entries.get(i));
        }
        tail = stored == entries.size() ? Optional.of(entries.getLast()) : Optional.empty();
        return stored;
    }

    private List<AuditEntry> chain(List<Waiting> batch) {
        List<AuditEntry> entries = new ArrayList<>(batch.size());
        Optional<AuditEntry> before = tail;
        for (Waiting one : batch) {
            AuditEntry entry = AuditEntry.after(before, one.fact());
            entries.add(entry);
            before = Optional.of(entry);
        }
        return entries;
    }
}
