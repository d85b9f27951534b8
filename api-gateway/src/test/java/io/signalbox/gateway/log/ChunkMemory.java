package io.signalbox.gateway.log;

import io.signalbox.model.id.AttemptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Chunks in memory; it can be told to lose the answer to the next insert. */
public final class ChunkMemory implements ChunkStore {
    private final Map<AttemptId, NavigableMap<Long, LogChunk>> logs = new ConcurrentHashMap<>();
    private boolean answerLost;

    /** The next insert happens, but its outcome stays unknown. */
    public void loseNextAnswer() {
        answerLost = true;
    }

    /** Puts a chunk in place of another, as only a doctored store would. */
    public void doctor(LogChunk chunk) {
        log(chunk.attempt()).put(chunk.first(), chunk);
    }

    @Override
    public Optional<LogTail> tail(AttemptId attempt) {
        return Optional.ofNullable(log(attempt).lastEntry())
                .map(entry -> entry.getValue().after());
    }

    @Override
    public CompletableFuture<Outcome> insert(LogChunk chunk) {
        boolean taken = log(chunk.attempt()).putIfAbsent(chunk.first(), chunk) != null;
        Outcome outcome = taken ? new Outcome.Taken() : new Outcome.Inserted();
        if (answerLost) {
            answerLost = false;
            outcome = new Outcome.Unknown("lost");
        }
        return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public List<LogChunk> from(AttemptId attempt, long index, int most) {
        Long holder = log(attempt).floorKey(index);
        return log(attempt).tailMap(holder == null ? index : holder).values().stream()
                .limit(most)
                .toList();
    }

    @Override
    public long indexOfOutput(AttemptId attempt, long offset) {
        return log(attempt).values().stream()
                .filter(LogChunk.Events.class::isInstance)
                .filter(chunk -> before(chunk) <= offset && chunk.after().outputBytes() > before(chunk))
                .mapToLong(LogChunk::first)
                .max()
                .orElse(0);
    }

    @Override
    public List<LogChunk> marks(AttemptId attempt) {
        return new ArrayList<>(log(attempt).values().stream()
                .filter(chunk -> !(chunk instanceof LogChunk.Events))
                .toList());
    }

    @Override
    public Optional<LogChunk.Seal> seal(AttemptId attempt) {
        return Optional.ofNullable(log(attempt).lastEntry())
                .map(Map.Entry::getValue)
                .filter(LogChunk.Seal.class::isInstance)
                .map(LogChunk.Seal.class::cast);
    }

    @Override
    public int remove(AttemptId attempt, int most) {
        int removed = 0;
        while (removed < most && log(attempt).pollFirstEntry() != null) {
            removed++;
        }
        return removed;
    }

    private static long before(LogChunk chunk) {
        return chunk.after().outputBytes()
                - ((LogChunk.Events) chunk)
                        .lines().stream().mapToLong(LogLine::outputBytes).sum();
    }

    private NavigableMap<Long, LogChunk> log(AttemptId attempt) {
        return logs.computeIfAbsent(attempt, _ -> new ConcurrentSkipListMap<>());
    }
}
