package io.signalbox.backbone.rabbit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.signalbox.backbone.bus.Poison;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.MessageType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as JSON objects: {@code type} and {@code v}, the schema's version, and beside them the message's own fields.
 * No Java name is on the wire, and fields that this build does not know are passed over.
 */
final class Envelope {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "type";
    private static final String VERSION = "v";

    private Envelope() {}

    /** What the bytes of a message turned out to be. */
    sealed interface Opened {
        record Known(Message message) implements Opened {}

        record Unreadable(Poison poison, String reason, String body) implements Opened {}
    }

    /** Written as it is read, without a tree in between: the largest messages tell of five hundred runners. */
    private record Sealed(
            @JsonProperty(TYPE) String type,
            @JsonProperty(VERSION) int version,
            @JsonUnwrapped Message message) {}

    static byte[] seal(Message message) {
        MessageType type = MessageType.of(message);
        return JSON.writeValueAsBytes(new Sealed(type.wire(), type.version(), message));
    }

    static Opened open(byte[] bytes) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        try {
            JsonNode envelope = JSON.readTree(bytes);
            String wire = envelope.path(TYPE).asString("");
            int version = envelope.path(VERSION).asInt(0);
            Optional<MessageType> type = MessageType.of(wire, version);
            if (type.isEmpty()) {
                return new Opened.Unreadable(Poison.UNKNOWN_TYPE, "type '" + wire + "' version " + version, body);
            }
            return new Opened.Known(JSON.treeToValue(envelope, type.get().record()));
        } catch (JacksonException | IllegalArgumentException e) {
            return new Opened.Unreadable(Poison.MALFORMED, String.valueOf(e.getMessage()), body);
        }
    }
}
