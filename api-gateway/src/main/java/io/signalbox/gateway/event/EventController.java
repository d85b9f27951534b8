package io.signalbox.gateway.event;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.ProjectName;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The feed of events: in pages, which may wait for more, and as server-sent events. A client that waits holds one virtual thread. */
@RestController
public final class EventController {
    private static final String EVENTS = "/api/v1/events";
    private static final long MOST_WAIT = 25;
    private static final Duration COMMENT_EVERY = Duration.ofSeconds(15);
    private static final int STREAMED_AT_ONCE = 500;

    private final ReadFeed feed;
    private final JsonMapper mapper;

    /** Shows {@code feed}. */
    public EventController(ReadFeed feed, JsonMapper mapper) {
        this.feed = feed;
        this.mapper = mapper;
    }

    @GetMapping(EVENTS)
    @Needs(Role.VIEWER)
    @Described(
            id = "readEvents",
            summary = "Reads the feed of events, in pages or as a stream",
            problems = ErrorCode.CURSOR_EXPIRED)
    Page<FeedEvent> page(
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> project,
            @RequestParam(name = "type", required = false) @Nullable List<String> types,
            @RequestParam Optional<String> limit,
            @RequestParam Optional<String> wait,
            Caller caller)
            throws InterruptedException {
        EventQuery query = query(after, of(project, caller), types, Parameters.limit(limit));
        long seconds =
                wait.map(text -> Parameters.number("wait", text, 0, MOST_WAIT)).orElse(0L);
        ReadFeed.Part part = feed.await(query, Duration.ofSeconds(seconds));
        return new Page<>(part.events(), new EventCursor(part.upTo()).text());
    }

    @GetMapping(path = EVENTS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Role.VIEWER)
    @Described(
            id = "readEvents",
            summary = "Streams the feed of events",
            gives = MediaType.TEXT_EVENT_STREAM_VALUE,
            problems = ErrorCode.CURSOR_EXPIRED)
    void stream(
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> project,
            @RequestParam(name = "type", required = false) @Nullable List<String> types,
            @RequestHeader("Last-Event-ID") Optional<String> lastEventId,
            Caller caller,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        EventQuery query = query(lastEventId.or(() -> after), of(project, caller), types, STREAMED_AT_ONCE);
        ReadFeed.Part part = feed.read(query);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        while (true) {
            write(response.getOutputStream(), part);
            part = feed.await(query.after(part.upTo()), COMMENT_EVERY);
        }
    }

    private void write(OutputStream out, ReadFeed.Part part) throws IOException {
        StringBuilder text = new StringBuilder();
        for (FeedEvent event : part.events()) {
            Long sequence = event.sequence();
            if (sequence != null) {
                text.append("id: ").append(new EventCursor(sequence).text()).append('\n');
            }
            text.append("data: ").append(mapper.writeValueAsString(event)).append("\n\n");
        }
        out.write((text.isEmpty() ? ": waiting\n\n" : text.toString()).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Scope of(Optional<String> project, Caller caller) {
        return caller.scope().narrowedTo(project.map(text -> Parameters.parse("project", text, ProjectName::new)));
    }

    private static EventQuery query(Optional<String> after, Scope projects, @Nullable List<String> types, int limit) {
        long place = after.map(text -> Parameters.require("after", EventCursor.parse(text), "a cursor of this feed"))
                .map(EventCursor::after)
                .orElse(EventStore.START);
        return new EventQuery(place, projects, types == null ? List.of() : types, limit);
    }
}
