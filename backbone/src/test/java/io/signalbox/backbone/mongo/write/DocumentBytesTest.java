package io.signalbox.backbone.mongo.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class DocumentBytesTest {

    @Test
    void areThoseOfTheDriver() {
        Document document = new Document("text", "ü\u0001 and \uD83D\uDE80")
                .append("_id", new ObjectId())
                .append("long", Long.MIN_VALUE)
                .append("int", -7)
                .append("double", 0.1)
                .append("true", true)
                .append("date", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
                .append("null", null)
                .append("bytes", new Binary(new byte[] {1, 2}))
                .append("nested", new Document("$set", new Document("a.b", List.of(1, "x", new Document("y", 2L)))))
                .append("list", new ArrayList<>(Arrays.asList(null, List.of(), new Document())))
                .append("map", Map.of("key", List.of("value")))
                .append("decimal", new BigDecimal("1.5"))
                .append("timestamp", new BsonTimestamp(7, 1))
                .append("filter", Filters.eq("z", 1).toBsonDocument());

        assertThat(bytes(DocumentBytes.of(document)))
                .isEqualTo(bytes(new RawBsonDocument(document, new DocumentCodec())));
    }

    /** Documents are equal whatever the order of their fields. */
    private static ByteBuffer bytes(RawBsonDocument document) {
        return document.getByteBuffer().asNIO();
    }

    @Test
    void ofAValueThatCannotBeStoredThereAreNone() {
        Document document = new Document("thread", Thread.currentThread());

        assertThatThrownBy(() -> DocumentBytes.of(document)).isInstanceOf(CodecConfigurationException.class);
    }
}
