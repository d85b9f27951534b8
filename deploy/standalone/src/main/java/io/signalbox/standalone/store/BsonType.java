package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the file are BSON, and not serialized Java objects: smaller, faster, and readable by any later version. */
final class BsonType extends BasicDataType<Document> {

    static final BsonType INSTANCE = new BsonType();

    private static final int BYTES_PER_FIELD = 100;

    private BsonType() {}

    /** A rough guess, for the store's cache. */
    @Override
    public int getMemory(Document document) {
        int memory = BYTES_PER_FIELD;
        for (Object value : document.values()) {
            memory += BYTES_PER_FIELD
                    + switch (value) {
                        case String text -> text.length();
                        case Document nested -> getMemory(nested);
                        case java.util.Collection<?> values -> values.size() * BYTES_PER_FIELD;
                        case null, default -> 0;
                    };
        }
        return memory;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bytes);
        buffer.put(bytes.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        ByteBuf bytes = Unpooled.wrappedBuffer(buffer);
        Document document = BsonDecoder.decodeBson(bytes);
        buffer.position(buffer.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
