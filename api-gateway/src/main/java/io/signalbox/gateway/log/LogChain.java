package io.signalbox.gateway.log;

import io.signalbox.gateway.hash.Sha256;
import io.signalbox.gateway.log.LogChunk.Missing;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the chunks of one log, each hashed over the one before: {@code hash = SHA-256(prev, content)}, where content is the JSON
 * lines each with its line end, or a line that states a gap or the seal. The chain begins with the hash of the attempt's id.
 */
public record LogChain(AttemptId attempt, TaskId task) {
    /** Uncompressed characters in one chunk, at least one line: a batch of 1 MiB and a line is one chunk, and one round trip. */
    private static final int CHUNK_CHARACTERS = 1280 * 1024;

    public LogTail start() {
        return new LogTail(0, 0, 0, hash("", attempt.value()), false, false);
    }

    /** The lines as chunks that follow each other and {@code tail}. */
    List<LogChunk> events(LogTail tail, List<LogLine> lines) {
        List<LogChunk> chunks = new ArrayList<>();
        LogTail at = tail;
        int begin = 0;
        while (begin < lines.size()) {
            int end = endOfChunk(lines, begin);
            LogChunk chunk = chunk(at, List.copyOf(lines.subList(begin, end)));
            chunks.add(chunk);
            at = chunk.after();
            begin = end;
        }
        return chunks;
    }

    LogChunk gap(LogTail tail, long to) {
        String hash = hash(tail.hash(), "gap %d %d\n".formatted(tail.end(), to));
        LogTail after = new LogTail(to, tail.outputBytes(), tail.lost() + to - tail.end(), hash, false, false);
        return new LogChunk.Gap(attempt, task, tail.end(), tail.hash(), after);
    }

    LogChunk.Seal seal(LogTail tail, List<Missing> missing) {
        String hash = hash(tail.hash(), "seal %d %s\n".formatted(tail.end(), missing));
        LogTail after = new LogTail(tail.end(), tail.outputBytes(), tail.lost(), hash, tail.ended(), true);
        return new LogChunk.Seal(attempt, task, tail.end(), missing, tail.hash(), after);
    }

    /** Whether the chunk's hash is what its content and the chunk before say. */
    public static boolean holds(LogChunk chunk) {
        LogChain chain = new LogChain(chunk.attempt(), chunk.task());
        String expected = switch (chunk) {
            case LogChunk.Events events -> hash(chunk.prev(), events.lines());
            case LogChunk.Gap gap ->
                hash(
                        chunk.prev(),
                        "gap %d %d\n".formatted(gap.first(), gap.after().end()));
            case LogChunk.Seal seal -> hash(chunk.prev(), "seal %d %s\n".formatted(seal.first(), seal.missing()));
        };
        boolean begins =
                chunk.first() > 0 || chunk.prev().equals(chain.start().hash()) || chunk instanceof LogChunk.Seal;
        return begins && expected.equals(chunk.after().hash());
    }

    private LogChunk chunk(LogTail tail, List<LogLine> lines) {
        long bytes = lines.stream().mapToLong(LogLine::outputBytes).sum();
        LogTail after = new LogTail(
                tail.end() + lines.size(),
                tail.outputBytes() + bytes,
                tail.lost(),
                hash(tail.hash(), lines),
                lines.getLast().last(),
                false);
        return new LogChunk.Events(attempt, task, tail.end(), lines, tail.hash(), after);
    }

    private static int endOfChunk(List<LogLine> lines, int begin) {
        int end = begin;
        long characters = 0;
        while (end < lines.size()
                && (end == begin || characters + lines.get(end).json().length() <= CHUNK_CHARACTERS)) {
            characters += lines.get(end).json().length();
            end++;
        }
        return end;
    }

    private static String hash(String prev, String content) {
        return new Sha256().add(prev).add(content).hex();
    }

    /** Line by line: a long log is never in memory once more. */
    private static String hash(String prev, List<LogLine> lines) {
        Sha256 hash = new Sha256().add(prev);
        for (LogLine line : lines) {
            hash.add(line.json()).add((byte) '\n');
        }
        return hash.hex();
    }
}
