package io.signalbox.backbone.mongo.write;

import com.mongodb.MongoClientSettings;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Documents as bytes. The driver's own codec looks up a codec for each value; the kinds of which most documents are made need none. */
final class DocumentBytes {
    private static final int ROOM = 512;
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private DocumentBytes() {}

    /**
     * The same bytes as the driver's.
     *
     * @throws org.bson.codecs.configuration.CodecConfigurationException there is a value in it that cannot be stored
     */
    static RawBsonDocument of(Document document) {
        BasicOutputBuffer bytes = new BasicOutputBuffer(ROOM);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            write(writer, document);
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getPosition());
    }

    private static void write(BsonWriter writer, Document document) {
        writer.writeStartDocument();
        for (Map.Entry<String, Object> field : document.entrySet()) {
            writer.writeName(field.getKey());
            write(writer, field.getValue());
        }
        writer.writeEndDocument();
    }

    private static void write(BsonWriter writer, Object value) {
        switch (value) {
            case null -> writer.writeNull();
            case String text -> writer.writeString(text);
            case Long number -> writer.writeInt64(number);
            case Integer number -> writer.writeInt32(number);
            case Double number -> writer.writeDouble(number);
            case Boolean truth -> writer.writeBoolean(truth);
            case Date date -> writer.writeDateTime(date.toInstant().toEpochMilli());
            case Document document -> write(writer, document);
            case List<?> list -> write(writer, list);
            default -> encode(writer, value);
        }
    }

    private static void write(BsonWriter writer, List<?> list) {
        writer.writeStartArray();
        for (Object element : list) {
            write(writer, element);
        }
        writer.writeEndArray();
    }

    @SuppressWarnings("unchecked") // the codec of a value's class takes the value
    private static void encode(BsonWriter writer, Object value) {
        var codec =
                (Codec<Object>) MongoClientSettings.getDefaultCodecRegistry().get(value.getClass());
        codec.encode(writer, value, CONTEXT);
    }
}
