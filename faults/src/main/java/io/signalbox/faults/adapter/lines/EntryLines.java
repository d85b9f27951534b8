package io.signalbox.faults.adapter.lines;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.signalbox.faults.core.history.Answer;
import io.signalbox.faults.core.history.Entry;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Mark;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownLog;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.history.Wish;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** An entry as a line of JSON, with its kind as {@code type}. */
final class EntryLines {
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Entry.class, Typed.class).build();
    private static final ObjectReader READER = JSON.readerFor(Entry.class);
    private static final ObjectWriter WRITER = JSON.writerFor(Entry.class);

    private EntryLines() {}

    static String line(Entry entry) {
        return WRITER.writeValueAsString(entry);
    }

    static Entry entry(String line) {
        return READER.readValue(line);
    }

    /** The core knows nothing of JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = KnownRunner.class, name = "runner"),
        @JsonSubTypes.Type(value = Struck.class, name = "struck"),
        @JsonSubTypes.Type(value = Plan.class, name = "plan"),
        @JsonSubTypes.Type(value = Answer.class, name = "answer"),
        @JsonSubTypes.Type(value = Wish.class, name = "wish"),
        @JsonSubTypes.Type(value = Mark.class, name = "mark"),
        @JsonSubTypes.Type(value = ShownTask.class, name = "task"),
        @JsonSubTypes.Type(value = ShownLog.class, name = "log")
    })
    private interface Typed {}
}
