package io.signalbox.gateway.json;

import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads ISO 8601 durations, and nothing else: a bare number would leave open of what. */
final class DurationReader extends StdDeserializer<Duration> {
    DurationReader() {
        super(Duration.class);
    }

    @Override
    public @Nullable Duration deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return (Duration) context.handleUnexpectedToken(getValueType(context), in);
        }
        try {
            return Duration.parse(in.getString());
        } catch (DateTimeException e) {
            throw context.weirdStringException(in.getString(), Duration.class, e.getMessage());
        }
    }
}
