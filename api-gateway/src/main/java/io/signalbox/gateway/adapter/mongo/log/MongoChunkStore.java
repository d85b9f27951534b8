package io.signalbox.gateway.adapter.mongo.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.log.LogChunk;
import io.signalbox.gateway.log.LogTail;
import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.store.LogChunkFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Chunks in {@code log_chunks}. A log is the range of {@code _id} that begins with its attempt's id; every read is a range of the
 * index on {@code _id}, and a second chunk at the same place is a duplicate key. Only what a majority holds is read, by those who append,
 * too: a repeated push is confirmed by a read alone, and the runner then forgets what it pushed (C23).
 */
public final class MongoChunkStore implements ChunkStore {
    private final MongoCollection<Document> chunks;
    private final BatchingWriter writer;

    /** Over the collection, with its writer. */
    public MongoChunkStore(MongoCollection<Document> chunks, BatchingWriter writer) {
        this.chunks = chunks.withReadConcern(ReadConcern.MAJORITY);
        this.writer = writer;
    }

    @Override
    public Optional<LogTail> tail(AttemptId attempt) {
        return read(() -> Optional.ofNullable(chunks.find(ofLog(attempt))
                        .projection(exclude(LogChunkFields.DATA))
                        .sort(descending(LogChunkFields.ID))
                        .first())
                .map(ChunkDocument::tail));
    }

    @Override
    public CompletableFuture<Outcome> insert(LogChunk chunk) {
        return writer.write(Write.insert(ChunkDocument.of(chunk))).thenApply(MongoChunkStore::outcome);
    }

    @Override
    public List<LogChunk> from(AttemptId attempt, long index, int most) {
        return read(() -> {
            String begin = holder(attempt, index)
                    .map(holder -> holder.getString(LogChunkFields.ID))
                    .orElseGet(() -> ChunkDocument.id(attempt, index));
            List<LogChunk> found = new ArrayList<>();
            chunks.find(and(gte(LogChunkFields.ID, begin), lt(LogChunkFields.ID, endOf(attempt))))
                    .sort(ascending(LogChunkFields.ID))
                    .limit(most)
                    .forEach(document -> found.add(ChunkDocument.chunk(document)));
            return found;
        });
    }

    /** Halves the log again and again: offsets rise with the indexes, but only the latter are in the index. */
    @Override
    public long indexOfOutput(AttemptId attempt, long offset) {
        return read(() -> {
            long low = 0;
            long high = tail(attempt).map(LogTail::end).orElse(0L);
            while (low < high) {
                Optional<Document> holder = holder(attempt, low + (high - low) / 2);
                if (holder.isEmpty()) {
                    return low;
                }
                LogTail after = ChunkDocument.tail(holder.get());
                if (holder.get().getLong(LogChunkFields.OFFSET) > offset) {
                    high = holder.get().getLong(LogChunkFields.FIRST);
                } else if (offset < after.outputBytes()) {
                    return holder.get().getLong(LogChunkFields.FIRST);
                } else {
                    low = after.end();
                }
            }
            return low;
        });
    }

    @Override
    public Optional<LogChunk.Seal> seal(AttemptId attempt) {
        return read(() -> Optional.ofNullable(chunks.find(ofLog(attempt))
                        .sort(descending(LogChunkFields.ID))
                        .first())
                .filter(newest -> !newest.containsKey(LogChunkFields.DATA))
                .map(ChunkDocument::chunk)
                .filter(LogChunk.Seal.class::isInstance)
                .map(LogChunk.Seal.class::cast));
    }

    @Override
    public List<LogChunk> marks(AttemptId attempt) {
        return read(() -> chunks.find(and(ofLog(attempt), ne(LogChunkFields.KIND, "events")))
                .sort(ascending(LogChunkFields.ID))
                .map(ChunkDocument::chunk)
                .into(new ArrayList<>()));
    }

    @Override
    public int remove(AttemptId attempt, int most) {
        return read(() -> {
            List<String> first = chunks.find(ofLog(attempt))
                    .projection(include(LogChunkFields.ID))
                    .sort(ascending(LogChunkFields.ID))
                    .limit(most)
                    .map(chunk -> chunk.getString(LogChunkFields.ID))
                    .into(new ArrayList<>());
            if (!first.isEmpty()) {
                chunks.deleteMany(in(LogChunkFields.ID, first));
            }
            return first.size();
        });
    }

    /** The chunk with this event, without its content. */
    private Optional<Document> holder(AttemptId attempt, long index) {
        Bson upTo = lte(LogChunkFields.ID, ChunkDocument.id(attempt, index));
        return Optional.ofNullable(chunks.find(and(ofLog(attempt), upTo))
                .projection(exclude(LogChunkFields.DATA))
                .sort(descending(LogChunkFields.ID))
                .first());
    }

    private static Outcome outcome(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Written _ -> new Outcome.Inserted();
            case WriteOutcome.Duplicate _, WriteOutcome.Missed _ -> new Outcome.Taken();
            case WriteOutcome.Unknown(Throwable cause) -> new Outcome.Unknown("Unknown outcome: " + cause.getMessage());
            case WriteOutcome.Refused(var reason, var message) -> new Outcome.Unknown(reason + ": " + message);
        };
    }

    private static Bson ofLog(AttemptId attempt) {
        return and(gte(LogChunkFields.ID, ChunkDocument.id(attempt, 0)), lt(LogChunkFields.ID, endOf(attempt)));
    }

    /** The first id after all of the log: ';' follows ':'. */
    private static String endOf(AttemptId attempt) {
        return attempt.value() + ";";
    }

    private static <T> T read(Supplier<T> query) {
        try {
            return query.get();
        } catch (MongoException e) {
            throw new LogUnreadable(e);
        }
    }
}
