package io.signalbox.runner.adapter.disk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.journal.OpenAttempt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** One checksummed line of the journal. */
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

    static byte[] line(JournalEntry entry, ObjectMapper json) {
        String text = json.writeValueAsString(entry);
        return (ChecksummedLine.of(text) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing for a line that is torn or damaged. */
    static Optional<JournalEntry> parse(String line, ObjectMapper json) {
        try {
            return ChecksummedLine.read(line).map(text -> json.readValue(text, JournalEntry.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
