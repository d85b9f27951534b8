package io.signalbox.gateway.task;

import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.log.LogTail;
import io.signalbox.model.id.AttemptId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the logs themselves: a log is complete when it is sealed and lost nothing (C21). */
public final class SealedLogs implements CompleteLogs {
    private final ChunkStore chunks;

    /** Reads the tails in {@code chunks}. */
    public SealedLogs(ChunkStore chunks) {
        this.chunks = chunks;
    }

    @Override
    public Set<String> among(Collection<AttemptId> attempts) {
        return attempts.stream()
                .filter(attempt ->
                        chunks.tail(attempt).filter(SealedLogs::isComplete).isPresent())
                .map(AttemptId::value)
                .collect(Collectors.toSet());
    }

    private static boolean isComplete(LogTail tail) {
        return tail.sealed() && tail.lost() == 0;
    }
}
