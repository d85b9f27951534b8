package io.signalbox.gateway.json;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads request bodies strictly; what is wrong with one ends the request with a problem. Thread-safe. */
public final class JsonBody {
    private static final int SMALL = 64 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final long MOST_DRAINED = 32L * 1024 * 1024;

    private final JsonMapper mapper;

    /** Reads with the API's mapper. */
    public JsonBody(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The bytes of a body; reads at most one more than the limit.
     *
     * @param tooLarge the code to refuse with beyond the limit
     */
    public static byte[] bytes(InputStream body, int limit, ErrorCode tooLarge) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            drain(body);
            throw Problem.of(tooLarge, "The body may have %d bytes, but has more".formatted(limit))
                    .toException();
        }
        return bytes;
    }

    /** Reads a whole body as {@code type}; {@code wrongValue} is the code for a value of the wrong type or form. */
    public <T> T read(byte[] body, Class<T> type, ErrorCode wrongValue) {
        try {
            return notNull(mapper.readValue(body, type), wrongValue);
        } catch (JacksonException e) {
            throw JsonFault.of(e, wrongValue).toException();
        }
    }

    /** Reads a part of a body that was read as a tree; pointers begin at that part. */
    public <T> T read(JsonNode part, Class<T> type, ErrorCode wrongValue) {
        try {
            return notNull(mapper.treeToValue(part, type), wrongValue);
        } catch (JacksonException e) {
            throw JsonFault.of(e, wrongValue).toException();
        }
    }

    /** Reads an object of a cold part of the API: at most 64 KiB, wrong values are {@code invalid_request}. */
    public <T> T small(InputStream body, Class<T> type) throws IOException {
        return read(bytes(body, SMALL, ErrorCode.BODY_TOO_LARGE), type, ErrorCode.INVALID_REQUEST);
    }

    /**
     * What {@code current} is with a change: a field that is left out stays as it is, null takes it away (RFC 7396).
     */
    public <T> T merged(ObjectNode patch, Object current, Class<T> type) {
        ObjectNode merged = mapper.valueToTree(current);
        merged.setAll(patch);
        return read(merged, type, ErrorCode.INVALID_REQUEST);
    }

    /** Reads an object that changes something. */
    public ObjectNode patch(InputStream body) throws IOException {
        return small(body, ObjectNode.class);
    }

    /** A client that is cut off while it still sends would not read why: most of the rest is taken and thrown away. */
    private static void drain(InputStream body) throws IOException {
        byte[] rest = new byte[BUFFER];
        long taken = 0;
        for (int read = body.read(rest); read >= 0 && taken < MOST_DRAINED; read = body.read(rest)) {
            taken += read;
        }
    }

    private static <T> T notNull(@Nullable T value, ErrorCode wrongValue) {
        if (value == null) {
            throw Problem.at(wrongValue, "", "must be an object, but is null").toException();
        }
        return value;
    }
}
