package io.signalbox.gateway.log;

import io.signalbox.model.id.AttemptId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps chunks. Reads block, and throw {@link LogUnreadable} when the store cannot be reached. */
public interface ChunkStore {

    /** The newest chunk's tail, read from the primary; empty when the log has none. */
    Optional<LogTail> tail(AttemptId attempt);

    /** Inserts a chunk at its place; group commit. Never completes with an exception. */
    CompletableFuture<Outcome> insert(LogChunk chunk);

    /** At most {@code most} chunks in order, the first being the one that holds the event {@code index}. */
    List<LogChunk> from(AttemptId attempt, long index, int most);

    /** The chunk that holds the output byte {@code offset}, or the first with output after it: index of its first event. */
    long indexOfOutput(AttemptId attempt, long offset);

    /** All gaps and the seal, in order. */
    List<LogChunk> marks(AttemptId attempt);

    /** The seal, if it is there; costs the same however long the log is. */
    Optional<LogChunk.Seal> seal(AttemptId attempt);

    /**
     * Removes chunks from the beginning of the log; the seal is the last to go, so that what comes late still meets it.
     *
     * @param most how many at most
     * @return how many there were; fewer than {@code most} mean that nothing is left
     */
    int remove(AttemptId attempt, int most);

    /** What became of an insert. */
    sealed interface Outcome {
        /** It is stored. */
        record Inserted() implements Outcome {}

        /** Another chunk stands in its place. */
        record Taken() implements Outcome {}

        /**
         * It may be stored or not.
         *
         * @param detail for the log
         */
        record Unknown(String detail) implements Outcome {}
    }
}
