package io.signalbox.backbone.mongo.write;

import io.signalbox.backbone.mongo.write.WriteOutcome.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonValue;

/**
 * One queue of writes with at most one bulk write under way. A virtual thread lives as long as there is something to
 * write, so an idle lane holds none. Completes no future under its lock.
 */
final class WriteLane {

    private record Waiting(Write write, CompletableFuture<WriteOutcome> outcome) {}

    private record MarkedPlace(BsonValue document, String field) {}

    private final String collection;
    private final BulkWriter writer;
    private final Backlog backlog;
    private final BatchListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean writing;
    private boolean closed;

    WriteLane(String collection, BulkWriter writer, Backlog backlog, BatchListener listener) {
        this.collection = collection;
        this.writer = writer;
        this.backlog = backlog;
        this.listener = listener;
    }

    CompletableFuture<WriteOutcome> add(Write write) {
        CompletableFuture<WriteOutcome> outcome = new CompletableFuture<>();
        lock.lock();
        try {
            if (closed) {
                return refused(Reason.STOPPED, "The writer of " + collection + " is stopping");
            }
            if (queue.size() >= backlog.writes() || queuedBytes + write.bytes() > backlog.bytes()) {
                return refused(
                        Reason.BACKLOG_FULL,
                        "Already " + queue.size() + " writes of " + queuedBytes + " bytes wait for " + collection);
            }
            queue.add(new Waiting(write, outcome));
            queuedBytes += write.bytes();
            if (!writing) {
                writing = true;
                Thread.ofVirtual().name("writer-" + collection).start(this::writeUntilEmpty);
            }
        } finally {
            lock.unlock();
        }
        return outcome;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            while (writing) {
                idle.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void writeUntilEmpty() {
        for (List<Waiting> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            if (!writeBatch(batch)) {
                refuseTheRestIfClosed();
            }
        }
    }

    /** Takes what comes next; an empty batch means that this thread's work is done. */
    private List<Waiting> nextBatch() {
        lock.lock();
        try {
            List<Waiting> batch = takeBatch();
            if (batch.isEmpty()) {
                writing = false;
                idle.signalAll();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** A second update with the same mark field of a document waits for the next batch, for it would wipe out the first mark. */
    private List<Waiting> takeBatch() {
        List<Waiting> batch = new ArrayList<>();
        Set<MarkedPlace> marked = new HashSet<>();
        long bytes = 0;
        for (Iterator<Waiting> rest = queue.iterator(); rest.hasNext() && batch.size() < backlog.batch(); ) {
            Waiting next = rest.next();
            if (!next.outcome.isDone()) {
                if (!batch.isEmpty() && bytes + next.write.bytes() > WriteLimits.REQUEST.bytes()) {
                    break;
                }
                if (!markedPlace(next.write).map(marked::add).orElse(true)) {
                    continue;
                }
                batch.add(next);
                bytes += next.write.bytes();
            }
            rest.remove();
            queuedBytes -= next.write.bytes();
        }
        return batch;
    }

    /** Returns whether the store answered. */
    private boolean writeBatch(List<Waiting> batch) {
        long sentAt = System.nanoTime();
        List<WriteOutcome> outcomes =
                outcomesOf(batch.stream().map(Waiting::write).toList());
        listener.written(collection, batch.size(), Duration.ofNanos(System.nanoTime() - sentAt));
        boolean answered = true;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome.complete(outcomes.get(i));
            answered &= isAnswer(outcomes.get(i));
        }
        return answered;
    }

    /** A bug must not leave callers without an outcome. */
    private List<WriteOutcome> outcomesOf(List<Write> writes) {
        try {
            return writer.write(writes);
        } catch (RuntimeException e) {
            return writes.stream()
                    .<WriteOutcome>map(_ -> new WriteOutcome.Unknown(e))
                    .toList();
        }
    }

    private void refuseTheRestIfClosed() {
        List<Waiting> rest = List.of();
        lock.lock();
        try {
            if (closed) {
                rest = List.copyOf(queue);
                queue.clear();
                queuedBytes = 0;
            }
        } finally {
            lock.unlock();
        }
        WriteOutcome stopped = new WriteOutcome.Refused(Reason.STOPPED, "Stopped while the store did not answer");
        rest.forEach(waiting -> waiting.outcome.complete(stopped));
    }

    private static Optional<MarkedPlace> markedPlace(Write write) {
        return write instanceof Write.Update update
                ? update.mark().map(mark -> new MarkedPlace(update.id(), mark.field()))
                : Optional.empty();
    }

    private static boolean isAnswer(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Written _, WriteOutcome.Duplicate _, WriteOutcome.Missed _ -> true;
            case WriteOutcome.Unknown _ -> false;
            case WriteOutcome.Refused refused -> refused.reason() == Reason.REJECTED;
        };
    }

    private static CompletableFuture<WriteOutcome> refused(Reason reason, String message) {
        return CompletableFuture.completedFuture(new WriteOutcome.Refused(reason, message));
    }
}
