package io.signalbox.gateway.adapter.mongo.log;

import static io.signalbox.model.store.LogChunkFields.ATTEMPT;
import static io.signalbox.model.store.LogChunkFields.BYTES;
import static io.signalbox.model.store.LogChunkFields.COUNT;
import static io.signalbox.model.store.LogChunkFields.DATA;
import static io.signalbox.model.store.LogChunkFields.ENDED;
import static io.signalbox.model.store.LogChunkFields.FIRST;
import static io.signalbox.model.store.LogChunkFields.HASH;
import static io.signalbox.model.store.LogChunkFields.ID;
import static io.signalbox.model.store.LogChunkFields.KIND;
import static io.signalbox.model.store.LogChunkFields.LOST;
import static io.signalbox.model.store.LogChunkFields.MISSING;
import static io.signalbox.model.store.LogChunkFields.OFFSET;
import static io.signalbox.model.store.LogChunkFields.PREV;
import static io.signalbox.model.store.LogChunkFields.TASK;

import io.signalbox.gateway.log.LogChunk;
import io.signalbox.gateway.log.LogChunk.Missing;
import io.signalbox.gateway.log.LogLine;
import io.signalbox.gateway.log.LogTail;
import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A log chunk as a document of {@code log_chunks}, and back. */
final class ChunkDocument {
    private static final String EVENTS = "events";
    private static final String GAP = "gap";
    private static final String SEAL = "seal";

    private ChunkDocument() {}

    /** Index padded to 12 digits, so that the ids of a log sort by it. */
    static String id(AttemptId attempt, long index) {
        return "%s:%012d".formatted(attempt.value(), index);
    }

    static Document of(LogChunk chunk) {
        LogTail after = chunk.after();
        Document document = new Document(ID, id(chunk.attempt(), chunk.first()))
                .append(ATTEMPT, chunk.attempt().value())
                .append(TASK, chunk.task().value())
                .append(FIRST, chunk.first())
                .append(COUNT, after.end() - chunk.first())
                .append(OFFSET, after.outputBytes() - bytes(chunk))
                .append(BYTES, bytes(chunk))
                .append(LOST, after.lost())
                .append(ENDED, after.ended())
                .append(PREV, chunk.prev())
                .append(HASH, after.hash());
        return switch (chunk) {
            case LogChunk.Events events ->
                document.append(KIND, EVENTS).append(DATA, new Binary(Deflated.of(events.lines())));
            case LogChunk.Gap _ -> document.append(KIND, GAP);
            case LogChunk.Seal seal ->
                document.append(KIND, SEAL)
                        .append(
                                MISSING,
                                seal.missing().stream()
                                        .map(ChunkDocument::missing)
                                        .toList());
        };
    }

    static LogTail tail(Document document) {
        return new LogTail(
                document.getLong(FIRST) + document.getLong(COUNT),
                document.getLong(OFFSET) + document.getLong(BYTES),
                document.getLong(LOST),
                document.getString(HASH),
                document.getBoolean(ENDED),
                SEAL.equals(document.getString(KIND)));
    }

    static LogChunk chunk(Document document) {
        AttemptId attempt = new AttemptId(document.getString(ATTEMPT));
        TaskId task = new TaskId(document.getString(TASK));
        long first = document.getLong(FIRST);
        String prev = document.getString(PREV);
        LogTail after = tail(document);
        return switch (document.getString(KIND)) {
            case EVENTS -> new LogChunk.Events(attempt, task, first, lines(document), prev, after);
            case GAP -> new LogChunk.Gap(attempt, task, first, prev, after);
            case SEAL ->
                new LogChunk.Seal(
                        attempt,
                        task,
                        first,
                        document.getList(MISSING, Document.class).stream()
                                .map(ChunkDocument::missing)
                                .toList(),
                        prev,
                        after);
            case String kind ->
                throw new IllegalStateException("Chunk " + document.getString(ID) + " is of the unknown kind " + kind);
        };
    }

    private static List<LogLine> lines(Document document) {
        List<LogLine> lines = new ArrayList<>();
        for (byte[] line : Deflated.lines(document.get(DATA, Binary.class).getData())) {
            try {
                lines.add(LogLine.of(line));
            } catch (LogLine.MalformedLine e) {
                throw new LogUnreadable(e);
            }
        }
        return lines;
    }

    private static long bytes(LogChunk chunk) {
        return chunk instanceof LogChunk.Events events
                ? events.lines().stream().mapToLong(LogLine::outputBytes).sum()
                : 0;
    }

    private static Document missing(Missing missing) {
        Document range = new Document("from", missing.from());
        missing.to().ifPresent(to -> range.append("to", to));
        return range;
    }

    private static Missing missing(Document range) {
        @Nullable Long to = range.getLong("to");
        return new Missing(range.getLong("from"), to == null ? OptionalLong.empty() : OptionalLong.of(to));
    }
}
