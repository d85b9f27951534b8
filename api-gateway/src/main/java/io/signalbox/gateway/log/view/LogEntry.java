package io.signalbox.gateway.log.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.signalbox.gateway.log.LogLine;
import io.signalbox.model.relay.LogEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event of a log as the API shows it.
 *
 * @param index its place
 * @param at when it happened, by the runner's clock
 * @param kind what it is
 * @param command of a command's start and end: its alias or text
 * @param output of output: a piece of it as text, not cut at lines
 * @param raw of output: base64 of the bytes, where they are not valid UTF-8
 * @param exitCode of a command's end
 * @param result of the attempt's end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogEntry(
        long index,
        Instant at,
        Kind kind,
        @Nullable String command,
        @Nullable String output,
        @Nullable String raw,
        @Nullable Integer exitCode,
        @Nullable String result) {
    private static final ObjectReader EVENTS = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .build()
            .readerFor(LogEvent.class);

    /** What an event is. */
    public enum Kind {
        STARTED,
        COMMAND,
        OUTPUT,
        EXIT,
        FINISHED,
        /** Of a kind that this build does not know. */
        UNKNOWN;

        /** Its name in JSON. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static LogEntry of(long index, LogLine line) {
        @Nullable LogEvent event = EVENTS.readValue(line.json());
        if (event == null) {
            return new LogEntry(index, Instant.EPOCH, Kind.UNKNOWN, null, null, null, null, null);
        }
        Long millis = event.at();
        Instant at = millis == null ? Instant.ofEpochSecond(event.timestamp()) : Instant.ofEpochMilli(millis);
        return switch (event) {
            case LogEvent.JobStarted _ -> new LogEntry(index, at, Kind.STARTED, null, null, null, null, null);
            case LogEvent.CommandStarted started ->
                new LogEntry(index, at, Kind.COMMAND, started.directive(), null, null, null, null);
            case LogEvent.CommandOutput out ->
                new LogEntry(index, at, Kind.OUTPUT, null, out.output(), out.raw(), null, null);
            case LogEvent.CommandFinished end ->
                new LogEntry(index, at, Kind.EXIT, end.directive(), null, null, end.exitCode(), null);
            case LogEvent.JobFinished end ->
                new LogEntry(index, at, Kind.FINISHED, null, null, null, null, end.result());
        };
    }

    /** The bytes of output in a line; none where it carries no output. */
    static byte[] outputOf(LogLine line) {
        if (line.outputBytes() == 0) {
            return new byte[0];
        }
        LogEntry entry = of(0, line);
        if (entry.raw() != null) {
            return Base64.getDecoder().decode(entry.raw());
        }
        return entry.output() == null ? new byte[0] : entry.output().getBytes(StandardCharsets.UTF_8);
    }
}
