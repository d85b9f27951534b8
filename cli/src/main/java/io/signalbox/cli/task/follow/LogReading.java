package io.signalbox.cli.task.follow;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt's log, read in pages. The place moves on only when a whole page was passed on: a page that was cut, or that nobody knows whether it
 * came, is asked for again, so that no byte is lost and none is doubled.
 */
public final class LogReading {
    private static final int EVENTS = 2000;

    private final Api api;
    private final String task;
    private final @Nullable Integer attempt;
    private long next;

    /** What a page brought. */
    public enum News {
        /** Output, or other events. */
        SOME,
        /** Nothing in the time that it was waited for. */
        NONE,
        /** The end: nothing can follow. */
        END
    }

    /** Reads the log of attempt number {@code attempt}, or of the newest one if null, from its event {@code from} on. */
    public LogReading(Api api, String task, @Nullable Integer attempt, long from) {
        this.api = api;
        this.task = task;
        this.attempt = attempt;
        this.next = from;
    }

    /** Passes the next page's output on; one that has nothing is held back by the server for {@code hold}. */
    public News read(Duration hold, Consumer<byte[]> output) throws InterruptedException {
        Doc page = api.send(Call.get("tasks", task, "log")
                        .with("attempt", attempt)
                        .with("from", next)
                        .with("limit", EVENTS)
                        .held(hold))
                .doc();
        List<Doc> events = page.list("events");
        events.stream().map(LogReading::bytes).filter(bytes -> bytes.length > 0).forEach(output);
        next = page.number("next").orElse(next);
        if (page.flag("complete")) {
            return News.END;
        }
        return events.isEmpty() ? News.NONE : News.SOME;
    }

    /** The bytes of an event; none where it is no output. */
    static byte[] bytes(Doc event) {
        String raw = event.text("raw");
        return raw.isEmpty()
                ? event.text("output").getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(raw);
    }
}
