package io.signalbox.gateway.log;

import io.signalbox.gateway.log.LogChunk.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The log of one attempt as this gateway appends to it: one chunk at a time, each at the place after the one before (C20). The tail
 * is remembered between appends; where another gateway has appended meanwhile, the insert meets its chunk, and the tail is read
 * again. Blocks; made for virtual threads.
 */
final class AttemptLog {
    private static final int TRIES = 10;
    private final LogChain chain;
    private final ChunkStore store;
    private final long quota;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable LogTail known;

    /**
     * @param quota bytes of output after which nothing is appended any more
     */
    AttemptLog(LogChain chain, ChunkStore store, long quota) {
        this.chain = chain;
        this.store = store;
        this.quota = quota;
    }

    AppendOutcome append(long from, List<LogLine> lines) {
        return locked(() -> {
            LogTail tail = known == null && from > 0 ? read() : remembered();
            for (int i = 0; i < TRIES; i++) {
                Step step = step(tail, from, lines);
                if (step instanceof Step.Done(var outcome)) {
                    return outcome;
                }
                tail = read();
            }
            return new AppendOutcome.Unavailable("Lost the race for the end of the log " + TRIES + " times");
        });
    }

    SealOutcome seal(OptionalLong logEnd) {
        return locked(() -> {
            LogTail tail = remembered();
            boolean reached = logEnd.isPresent() ? tail.end() >= logEnd.getAsLong() : tail.ended();
            if (!reached) {
                tail = read();
                reached = logEnd.isPresent() ? tail.end() >= logEnd.getAsLong() : tail.ended();
            }
            return reached || tail.sealed() || isFull(tail) ? sealNow(tail, logEnd) : new SealOutcome.Open(tail.end());
        });
    }

    SealOutcome sealAsIs(OptionalLong logEnd) {
        return locked(() -> sealNow(read(), logEnd));
    }

    private Step step(LogTail tail, long from, List<LogLine> lines) {
        if (from > tail.end()) {
            if (tail.sealed()) {
                return new Step.Done(new AppendOutcome.Sealed(tail.end()));
            }
            LogTail fresh = read();
            return fresh.end() < from && !fresh.sealed()
                    ? insertAll(List.of(chain.gap(fresh, from)), Step.AGAIN)
                    : Step.AGAIN;
        }
        int overlap = (int) Math.min(tail.end() - from, lines.size());
        if (overlap > 0) {
            OptionalLong difference = firstDifference(from, lines.subList(0, overlap));
            if (difference.isPresent()) {
                return new Step.Done(new AppendOutcome.Contradicted(difference.getAsLong()));
            }
        }
        List<LogLine> fresh = lines.subList(overlap, lines.size());
        if (fresh.isEmpty()) {
            return new Step.Done(new AppendOutcome.Appended(tail.end()));
        }
        if (tail.sealed()) {
            return new Step.Done(new AppendOutcome.Sealed(tail.end()));
        }
        if (isFull(tail)) {
            return new Step.Done(new AppendOutcome.QuotaReached(tail.end()));
        }
        return insertAll(
                chain.events(tail, fresh), new Step.Done(new AppendOutcome.Appended(tail.end() + fresh.size())));
    }

    /** What comes after is missing, and the seal says so: a log that is full has reached its end. */
    private boolean isFull(LogTail tail) {
        return tail.outputBytes() >= quota;
    }

    private Step insertAll(List<LogChunk> chunks, Step then) {
        for (LogChunk chunk : chunks) {
            switch (store.insert(chunk).join()) {
                case ChunkStore.Outcome.Inserted _ -> known = chunk.after();
                case ChunkStore.Outcome.Taken _ -> {
                    return Step.AGAIN;
                }
                case ChunkStore.Outcome.Unknown(String detail) -> {
                    known = null;
                    return new Step.Done(new AppendOutcome.Unavailable(detail));
                }
            }
        }
        return then;
    }

    /** Compares what is repeated with what is stored; what fell into a recorded gap stays dropped. */
    private OptionalLong firstDifference(long from, List<LogLine> repeated) {
        long end = from + repeated.size();
        long index = from;
        while (index < end) {
            List<LogChunk> holder = store.from(chain.attempt(), index, 1);
            long until = holder.isEmpty()
                    ? index
                    : Math.min(end, holder.getFirst().after().end());
            if (until <= index) {
                return OptionalLong.empty();
            }
            if (holder.getFirst() instanceof LogChunk.Events events) {
                long at = index;
                OptionalLong difference = LongStream.range(at, until)
                        .filter(i -> !events.at(i).equals(repeated.get((int) (i - from))))
                        .findFirst();
                if (difference.isPresent()) {
                    return difference;
                }
            }
            index = until;
        }
        return OptionalLong.empty();
    }

    private SealOutcome sealNow(LogTail start, OptionalLong logEnd) {
        LogTail tail = start;
        for (int i = 0; i < TRIES && !tail.sealed(); i++) {
            List<Missing> missing = missing(tail, logEnd);
            LogChunk.Seal seal = chain.seal(tail, missing);
            switch (store.insert(seal).join()) {
                case ChunkStore.Outcome.Inserted _ -> {
                    known = seal.after();
                    return new SealOutcome.Sealed(seal.first(), missing.isEmpty());
                }
                case ChunkStore.Outcome.Taken _ -> tail = read();
                case ChunkStore.Outcome.Unknown(String detail) -> {
                    known = null;
                    return new SealOutcome.Unavailable(detail);
                }
            }
        }
        return tail.sealed()
                ? new SealOutcome.Sealed(tail.end(), missingOfSeal().isEmpty())
                : new SealOutcome.Unavailable("Lost the race for the end of the log " + TRIES + " times");
    }

    private List<Missing> missing(LogTail tail, OptionalLong logEnd) {
        List<Missing> missing = new ArrayList<>();
        if (tail.lost() > 0) {
            for (LogChunk mark : store.marks(chain.attempt())) {
                if (mark instanceof LogChunk.Gap gap) {
                    missing.add(
                            new Missing(gap.first(), OptionalLong.of(gap.after().end())));
                }
            }
        }
        boolean unfinished = logEnd.isPresent() ? logEnd.getAsLong() > tail.end() : !tail.ended();
        if (unfinished) {
            missing.add(new Missing(tail.end(), logEnd));
        }
        return List.copyOf(missing);
    }

    private List<Missing> missingOfSeal() {
        return store.seal(chain.attempt()).map(LogChunk.Seal::missing).orElse(List.of());
    }

    /** Without a memory of it the log is taken to be empty: the insert at its first place tells otherwise. */
    private LogTail remembered() {
        LogTail tail = known;
        return tail == null ? chain.start() : tail;
    }

    private LogTail read() {
        Optional<LogTail> stored = store.tail(chain.attempt());
        LogTail tail = stored.orElseGet(chain::start);
        known = tail;
        return tail;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** One try at an append: an outcome, or another look at the tail. */
    private sealed interface Step {
        Step AGAIN = new Again();

        record Done(AppendOutcome outcome) implements Step {}

        record Again() implements Step {}
    }
}
