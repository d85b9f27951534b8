package io.signalbox.backbone.mongo.write;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.signalbox.backbone.mongo.DriverFailure;
import io.signalbox.backbone.mongo.write.WriteOutcome.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Writes many documents of one collection in unordered bulk requests, and says what became of each.
 *
 * <p>A bulk answer names the operations that failed and otherwise tells only totals. Where fewer updates matched than
 * were sent, their documents are read back and each one's mark decides (C16). A request that was refused as a whole,
 * with nothing applied, is repeated in halves until the writes that spoil it stand alone (C17). Blocks for the round
 * trips; never throws for what the store does. Safe for use by many threads.
 */
public final class BulkWriter {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int DUPLICATE_KEY = 11000;
    private static final int OUT_OF_DISK_SPACE = 14031;
    /** What the system says of a full disk, which MongoDB 6 passes on as an unknown error. */
    private static final String NO_SPACE = "No space left on device";

    private final MongoCollection<RawBsonDocument> collection;
    private final ReadBack readBack;

    /** Writes to {@code collection}, with its concerns; a collection for {@linkplain io.signalbox.backbone.mongo.Store#deciding deciding}. */
    public BulkWriter(MongoCollection<Document> collection) {
        this.collection = collection.withDocumentClass(RawBsonDocument.class);
        this.readBack = new ReadBack(this.collection);
    }

    /**
     * Writes all of {@code batch}, in requests that the store takes as one.
     *
     * @param batch writes of one kind, at most one marked update for each document
     * @return the outcomes, in the order of {@code batch}
     */
    public List<WriteOutcome> write(List<? extends Write> batch) {
        List<WriteOutcome> outcomes = new ArrayList<>(batch.size());
        for (List<? extends Write> request : WriteLimits.split(batch)) {
            outcomes.addAll(send(request));
        }
        return outcomes;
    }

    private List<WriteOutcome> send(List<? extends Write> request) {
        try {
            int matched = collection.bulkWrite(models(request), UNORDERED).getMatchedCount();
            return settle(request, Map.of(), matched, WriteOutcome.Written::new);
        } catch (MongoBulkWriteException e) {
            return settleErrors(request, e);
        } catch (RuntimeException e) {
            return settleFailure(request, e);
        }
    }

    /** Without a majority nothing is certain, neither what was written nor what was found to be there already (C23). */
    private List<WriteOutcome> settleErrors(List<? extends Write> request, MongoBulkWriteException failure) {
        boolean certain = failure.getWriteConcernError() == null;
        Map<Integer, WriteOutcome> named = new HashMap<>();
        for (BulkWriteError error : failure.getWriteErrors()) {
            WriteOutcome duplicate = certain ? new WriteOutcome.Duplicate() : new WriteOutcome.Unknown(failure);
            named.put(error.getIndex(), error.getCode() == DUPLICATE_KEY ? duplicate : refused(error));
        }
        Supplier<WriteOutcome> applied = certain ? WriteOutcome.Written::new : () -> new WriteOutcome.Unknown(failure);
        return settle(request, named, failure.getWriteResult().getMatchedCount(), applied);
    }

    /** A store whose disk is full refuses whatever it is: that is no fault of the document's. */
    private static WriteOutcome refused(BulkWriteError error) {
        boolean full =
                error.getCode() == OUT_OF_DISK_SPACE || error.getMessage().contains(NO_SPACE);
        return new WriteOutcome.Refused(full ? Reason.STORE_AWAY : Reason.REJECTED, error.getMessage());
    }

    private List<WriteOutcome> settleFailure(List<? extends Write> request, RuntimeException failure) {
        return switch (DriverFailure.of(failure)) {
            case NOT_SENT -> all(request, new WriteOutcome.Refused(Reason.STORE_AWAY, message(failure)));
            case UNKNOWN -> all(request, new WriteOutcome.Unknown(failure));
            case REJECTED ->
                request.size() == 1
                        ? all(request, new WriteOutcome.Refused(Reason.REJECTED, message(failure)))
                        : sendInHalves(request);
        };
    }

    private List<WriteOutcome> sendInHalves(List<? extends Write> request) {
        int middle = request.size() / 2;
        List<WriteOutcome> outcomes = new ArrayList<>(send(request.subList(0, middle)));
        outcomes.addAll(send(request.subList(middle, request.size())));
        return outcomes;
    }

    /** Adds to the outcomes that the answer names those of all others. */
    private List<WriteOutcome> settle(
            List<? extends Write> request,
            Map<Integer, WriteOutcome> named,
            int matched,
            Supplier<WriteOutcome> applied) {
        boolean updates = request.getFirst() instanceof Write.Update;
        Function<Write, WriteOutcome> others = updates && matched < request.size() - named.size()
                ? readBack.outcomes(request, applied)
                : _ -> applied.get();
        List<WriteOutcome> outcomes = new ArrayList<>(request.size());
        for (int i = 0; i < request.size(); i++) {
            WriteOutcome outcome = named.get(i);
            outcomes.add(outcome == null ? others.apply(request.get(i)) : outcome);
        }
        return outcomes;
    }

    private static List<WriteModel<RawBsonDocument>> models(List<? extends Write> request) {
        List<WriteModel<RawBsonDocument>> models = new ArrayList<>(request.size());
        for (Write write : request) {
            models.add(
                    switch (write) {
                        case Write.Insert insert -> new InsertOneModel<>(insert.document());
                        case Write.Update update -> new UpdateOneModel<>(update.filter(), update.change());
                    });
        }
        return models;
    }

    private static List<WriteOutcome> all(List<? extends Write> request, WriteOutcome outcome) {
        return Collections.nCopies(request.size(), outcome);
    }

    private static String message(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }
}
