package io.signalbox.runner.adapter.disk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.journal.OpenAttempt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** One line of the journal: a checksum of eight hex digits, a blank, JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Began.class, name = "began"),
    @JsonSubTypes.Type(value = JournalEntry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = JournalEntry.Acknowledged.class, name = "acknowledged")
})
sealed interface JournalEntry {
    record Began(OpenAttempt attempt) implements JournalEntry {}

    record Ended(AttemptId attempt, Outcome outcome) implements JournalEntry {}

    record Acknowledged(AttemptId attempt) implements JournalEntry {}

    int CHECKSUM = 8;

    static byte[] line(JournalEntry entry, ObjectMapper json) {
        String text = json.writeValueAsString(entry);
        return (checksum(text) + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing for a line that is torn or damaged. */
    static Optional<JournalEntry> parse(String line, ObjectMapper json) {
        if (line.length() <= CHECKSUM || !checksum(line.substring(CHECKSUM + 1)).equals(line.substring(0, CHECKSUM))) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(line.substring(CHECKSUM + 1), JournalEntry.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
