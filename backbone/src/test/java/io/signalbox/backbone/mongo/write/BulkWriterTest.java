package io.signalbox.backbone.mongo.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.write.WriteOutcome.Duplicate;
import io.signalbox.backbone.mongo.write.WriteOutcome.Unknown;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a replica set says that has lost its majority: the real one would need half of it frozen. */
class BulkWriterTest {
    private static final BulkWriteError TAKEN =
            new BulkWriteError(11000, "E11000 duplicate key", new BsonDocument(), 0);
    private static final WriteConcernError NO_MAJORITY =
            new WriteConcernError(64, "WriteConcernFailed", "waiting for replication timed out", new BsonDocument());

    @Test
    void whatIsThereAlreadyIsADuplicate() {
        assertThat(insertAnswered(null)).isInstanceOf(Duplicate.class);
    }

    @Test
    void whatIsThereAlreadyAndHasNoMajorityIsUnknown() {
        assertThat(insertAnswered(NO_MAJORITY)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 28: No space left on device, STORE_AWAY",
        "14031, out of room, STORE_AWAY",
        "121, Document failed validation, REJECTED"
    })
    void onlyWhatIsWrongWithTheDocumentIsTheDocuments(int code, String message, WriteOutcome.Reason reason) {
        BulkWriteError error = new BulkWriteError(code, message, new BsonDocument(), 0);
        assertThat(insertAnswered(error, null)).isEqualTo(new WriteOutcome.Refused(reason, message));
    }

    private static WriteOutcome insertAnswered(@Nullable WriteConcernError concern) {
        return insertAnswered(TAKEN, concern);
    }

    private static WriteOutcome insertAnswered(BulkWriteError error, @Nullable WriteConcernError concern) {
        MongoBulkWriteException answer = new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()),
                List.of(error),
                concern,
                new ServerAddress(),
                Set.of());
        return new BulkWriter(answering(answer))
                .write(List.of(Write.insert(new Document("_id", "a"))))
                .getFirst();
    }

    /** Like a collection of the driver, as far as a writer calls it. */
    @SuppressWarnings("unchecked") // a proxy is of the interface alone, without its type argument
    private static MongoCollection<Document> answering(MongoBulkWriteException answer) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                BulkWriterTest.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (collection, method, _) -> switch (method.getName()) {
                    case "withDocumentClass" -> collection;
                    case "bulkWrite" -> throw answer;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
