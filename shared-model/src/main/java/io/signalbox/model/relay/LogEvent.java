package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** One event of a log as it travels: a JSON line. {@code timestamp} is in seconds; {@code at}, ours, in milliseconds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LogEvent.JobStarted.class, name = "job_started"),
    @JsonSubTypes.Type(value = LogEvent.CommandStarted.class, name = "cmd_started"),
    @JsonSubTypes.Type(value = LogEvent.CommandOutput.class, name = "cmd_output"),
    @JsonSubTypes.Type(value = LogEvent.CommandFinished.class, name = "cmd_finished"),
    @JsonSubTypes.Type(value = LogEvent.JobFinished.class, name = "job_finished")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface LogEvent {
    /** Unix second. */
    long timestamp();

    /** Unix millisecond, from our runner. */
    @Nullable
    Long at();

    /**
     * The attempt began.
     *
     * @param timestamp Unix second
     * @param at Unix millisecond
     */
    record JobStarted(long timestamp, @Nullable Long at) implements LogEvent {}

    /**
     * A command began.
     *
     * @param timestamp Unix second
     * @param at Unix millisecond
     * @param directive its alias or text
     */
    record CommandStarted(long timestamp, @Nullable Long at, String directive) implements LogEvent {}

    /**
     * A piece of output, not cut at lines.
     *
     * @param timestamp Unix second
     * @param at Unix millisecond
     * @param output as text; what is not valid UTF-8 is replaced
     * @param raw base64 of the bytes, only where they are not valid UTF-8
     */
    record CommandOutput(
            long timestamp,
            @Nullable Long at,
            String output,
            @Nullable String raw) implements LogEvent {}

    /**
     * A command ended.
     *
     * @param timestamp Unix second
     * @param at Unix millisecond
     * @param directive its alias or text
     * @param exitCode its status
     * @param startedAt Unix second
     * @param finishedAt Unix second
     */
    record CommandFinished(
            long timestamp,
            @Nullable Long at,
            String directive,
            @JsonProperty("exit_code") int exitCode,
            @JsonProperty("started_at") long startedAt,
            @JsonProperty("finished_at") long finishedAt)
            implements LogEvent {}

    /**
     * The attempt ended.
     *
     * @param timestamp Unix second
     * @param at Unix millisecond
     * @param result how
     */
    record JobFinished(long timestamp, @Nullable Long at, String result) implements LogEvent {}
}
