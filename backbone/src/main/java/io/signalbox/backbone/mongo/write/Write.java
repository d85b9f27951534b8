package io.signalbox.backbone.mongo.write;

import com.mongodb.MongoClientSettings;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.conversions.Bson;

/**
 * One write of one document. It is encoded when it is made, in the thread of whoever makes it: a value that cannot be
 * stored is that caller's exception and never spoils a batch.
 *
 * <p>None of them upserts (C23). Inserts carry their {@code _id}, so that a repeat is recognised.
 */
public sealed interface Write {

    /** The document's {@code _id}. */
    BsonValue id();

    /** What it costs on the wire. */
    int bytes();

    /** Makes an insert of {@code document}, which must have an {@code _id}. */
    static Insert insert(Bson document) {
        return new Insert(encode(document));
    }

    /** Makes an update of whatever document has this {@code _id}. */
    static Update update(Object id, Bson change) {
        return new Update(encode(new Document("_id", id)), encode(change), Optional.empty());
    }

    /**
     * Makes an update that happens only where {@code guard} holds.
     *
     * @param mark what the change leaves behind. A bulk write tells only totals; where they do not add up, the mark
     *     tells whose guard held (C16). No other write may leave the same mark, or replace it before it was read back
     */
    static Update guarded(Object id, Bson guard, Bson change, Mark mark) {
        return new Update(encode(filter(id, guard)), encode(change), Optional.of(mark));
    }

    /** A new document; a document with this {@code _id} makes it a {@link WriteOutcome.Duplicate}. */
    record Insert(RawBsonDocument document) implements Write {
        public Insert {
            if (!document.containsKey("_id")) {
                throw new IllegalArgumentException("An insert needs an _id, found none");
            }
        }

        @Override
        public BsonValue id() {
            return Objects.requireNonNull(document.get("_id"));
        }

        @Override
        public int bytes() {
            return document.getByteBuffer().remaining();
        }
    }

    /** A change of a document that is there; none that fits the filter makes it {@link WriteOutcome.Missed}. */
    record Update(RawBsonDocument filter, RawBsonDocument change, Optional<Mark> mark) implements Write {
        /**
         * A change that begins without an operator would replace the whole document, and the driver does not look into encoded ones; what comes after the
         * first the store looks at.
         */
        public Update {
            if (change.isEmpty() || !change.getFirstKey().startsWith("$")) {
                throw new IllegalArgumentException("An update needs operators such as $set, found " + change.keySet());
            }
        }

        @Override
        public BsonValue id() {
            return Objects.requireNonNull(filter.get("_id"));
        }

        @Override
        public int bytes() {
            return filter.getByteBuffer().remaining() + change.getByteBuffer().remaining();
        }
    }

    /**
     * The trace of a guarded update in its document.
     *
     * @param field the path of a field that the update sets, such as {@code commit} or {@code slots.3.sync}
     * @param value what it sets it to
     */
    record Mark(String field, BsonValue value) {}

    private static Bson filter(Object id, Bson guard) {
        Document filter = new Document("_id", id);
        if (guard instanceof Document document) {
            filter.putAll(document);
        } else {
            filter.putAll(guard.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry()));
        }
        return filter;
    }

    /** Straight to bytes where the driver would build a second tree first. */
    private static RawBsonDocument encode(Bson bson) {
        return bson instanceof Document document
                ? DocumentBytes.of(document)
                : new RawBsonDocument(
                        bson.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry()),
                        new BsonDocumentCodec());
    }
}
