package io.signalbox.gateway.log.view;

import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.log.LogChain;
import io.signalbox.gateway.log.LogChunk;
import io.signalbox.gateway.log.LogChunk.Missing;
import io.signalbox.gateway.log.LogLine;
import io.signalbox.gateway.log.LogTail;
import io.signalbox.model.id.AttemptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads logs; never more of one into memory than a page. Blocks, and throws {@link io.signalbox.gateway.log.LogUnreadable}. */
public final class LogReader {
    private static final int CHUNKS_AT_ONCE = 4;
    private static final long PAGE_CHARACTERS = 4L * 1024 * 1024;
    private final ChunkStore store;

    /** Reads from {@code store}. */
    public LogReader(ChunkStore store) {
        this.store = store;
    }

    /** Where the log stands; empty when nothing was stored. */
    public Optional<LogTail> tail(AttemptId attempt) {
        return store.tail(attempt);
    }

    /** At most {@code limit} events from the index {@code from} on, fewer where they are long. */
    public LogPage page(AttemptId attempt, long from, int limit) {
        Optional<LogTail> stored = store.tail(attempt);
        if (stored.isEmpty()) {
            return LogPage.nothingYet();
        }
        LogTail tail = stored.get();
        List<LogEntry> entries = new ArrayList<>();
        long next = collect(attempt, Math.min(from, tail.end()), tail.end(), limit, entries);
        boolean complete = tail.sealed() && next >= tail.end();
        return new LogPage(entries, next, complete, tail.end(), tail.outputBytes(), missing(attempt, tail));
    }

    /** Follows the chain from its beginning to its end. */
    public LogProof verify(AttemptId attempt) {
        @Nullable LogChunk last = null;
        long next = 0;
        while (last == null || !last.after().sealed()) {
            long after = last == null ? -1 : last.first();
            List<LogChunk> chunks = store.from(attempt, next, CHUNKS_AT_ONCE).stream()
                    .filter(chunk -> chunk.first() > after)
                    .toList();
            if (chunks.isEmpty()) {
                break;
            }
            for (LogChunk chunk : chunks) {
                if (!LogChain.holds(chunk) || !continues(last, chunk)) {
                    return proof(attempt, last, chunk.first());
                }
                last = chunk;
                next = chunk.after().end();
            }
        }
        return proof(attempt, last, null);
    }

    List<MissingRange> missing(AttemptId attempt, LogTail tail) {
        if (tail.lost() == 0 && (!tail.sealed() || tail.ended())) {
            return List.of();
        }
        if (tail.sealed()) {
            return store.seal(attempt).map(LogChunk.Seal::missing).orElse(List.of()).stream()
                    .map(MissingRange::of)
                    .toList();
        }
        return store.marks(attempt).stream()
                .map(gap -> new Missing(gap.first(), OptionalLong.of(gap.after().end())))
                .map(MissingRange::of)
                .toList();
    }

    private long collect(AttemptId attempt, long from, long end, int limit, List<LogEntry> into) {
        Room room = new Room(limit, PAGE_CHARACTERS);
        long next = from;
        while (next < end && room.isLeft()) {
            List<LogChunk> chunks = store.from(attempt, next, CHUNKS_AT_ONCE);
            if (chunks.isEmpty()) {
                return next;
            }
            for (LogChunk chunk : chunks) {
                next = past(chunk, next, room, into);
            }
        }
        return next;
    }

    private static long past(LogChunk chunk, long next, Room room, List<LogEntry> into) {
        return switch (chunk) {
            case LogChunk.Events events -> take(events, next, room, into);
            case LogChunk.Gap gap -> room.isLeft() ? gap.after().end() : next;
            case LogChunk.Seal _ -> next;
        };
    }

    /** Takes what fits of the chunk, from the index {@code from} on; the index after it. */
    private static long take(LogChunk.Events chunk, long from, Room room, List<LogEntry> into) {
        long next = from;
        while (next < chunk.after().end() && room.isLeft()) {
            LogLine line = chunk.at(next);
            into.add(LogEntry.of(next, line));
            room.take(line.json().length());
            next++;
        }
        return next;
    }

    private static boolean continues(@Nullable LogChunk last, LogChunk chunk) {
        if (last == null) {
            return chunk.first() == 0
                    && chunk.prev()
                            .equals(new LogChain(chunk.attempt(), chunk.task())
                                    .start()
                                    .hash());
        }
        return chunk.first() == last.after().end()
                && chunk.prev().equals(last.after().hash());
    }

    private LogProof proof(AttemptId attempt, @Nullable LogChunk last, @Nullable Long brokenAt) {
        if (last == null) {
            return new LogProof(false, false, 0, 0, takenOut(0, brokenAt), brokenAt, null);
        }
        LogTail tail = last.after();
        List<MissingRange> missing = new ArrayList<>(missing(attempt, tail));
        missing.addAll(takenOut(tail.end(), brokenAt));
        boolean complete = tail.sealed() && brokenAt == null && missing.isEmpty();
        return new LogProof(complete, tail.sealed(), tail.end(), tail.outputBytes(), missing, brokenAt, tail.hash());
    }

    /** What was stored once, and is not there any more. */
    private static List<MissingRange> takenOut(long end, @Nullable Long brokenAt) {
        return brokenAt != null && brokenAt > end ? List.of(new MissingRange(end, brokenAt)) : List.of();
    }

    /** What still fits on a page. */
    private static final class Room {
        private int events;
        private long characters;

        Room(int events, long characters) {
            this.events = events;
            this.characters = characters;
        }

        boolean isLeft() {
            return events > 0 && characters > 0;
        }

        void take(int length) {
            events--;
            characters -= length;
        }
    }
}
