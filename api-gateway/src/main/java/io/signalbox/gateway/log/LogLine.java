package io.signalbox.gateway.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One event as it was pushed; kept to the byte, so that a repeat can be compared.
 *
 * @param json the line, without its end
 * @param outputBytes how many bytes of output it carries
 * @param last whether it is the event {@code job_finished}
 */
public record LogLine(String json, long outputBytes, boolean last) {
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final char REPLACEMENT = '\uFFFD';
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads a pushed line. */
    public static LogLine of(byte[] line) throws MalformedLine {
        if (line.length > MAX_BYTES) {
            throw new MalformedLine("an event may have %d bytes, but has %d".formatted(MAX_BYTES, line.length));
        }
        String json = decode(line);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return read(json, parser);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedLine("an event must be a JSON object with 'event'");
        }
    }

    private static LogLine read(String json, JsonParser parser) throws MalformedLine {
        String event = null;
        String output = null;
        String raw = null;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedLine("an event must be a JSON object");
        }
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            switch (field) {
                case "event" -> event = parser.getValueAsString();
                case "output" -> output = parser.getValueAsString();
                case "raw" -> raw = parser.getValueAsString();
                default -> parser.skipChildren();
            }
        }
        if (event == null || parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new MalformedLine("an event must be one JSON object with 'event'");
        }
        long bytes = event.equals("cmd_output") ? outputBytes(output, raw) : 0;
        return new LogLine(json, bytes, event.equals("job_finished"));
    }

    private static long outputBytes(@Nullable String output, @Nullable String raw) {
        if (raw != null) {
            return Base64.getDecoder().decode(raw).length;
        }
        return output == null ? 0 : output.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Nearly all is valid, and without what stands for the invalid; the rest is looked at closely. */
    private static String decode(byte[] line) throws MalformedLine {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(line);
    }

    private static String decodeStrictly(byte[] line) throws MalformedLine {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedLine("an event must be valid UTF-8");
        }
    }

    /** A line that is not an event. */
    public static final class MalformedLine extends Exception {
        private static final long serialVersionUID = 1;

        private final String detail;

        MalformedLine(String detail) {
            super(detail, null, false, false);
            this.detail = detail;
        }

        /** What is wrong with it. */
        public String detail() {
            return detail;
        }
    }
}
