package io.signalbox.gateway.log.http;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.log.view.LogEntry;
import io.signalbox.gateway.log.view.LogPage;
import io.signalbox.gateway.log.view.TaskAttempts;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log as it grows, as server-sent events: each has its index as id, so that a client that was away resumes by itself. It ends at
 * the seal with {@code event: end} and the task's state; a reconnect after that is answered with 204, which stops a browser. Holds
 * one virtual thread per client.
 */
@RestController
public final class LogStreamController {
    private static final int EVENTS_AT_ONCE = 1000;
    private static final Duration COMMENT_EVERY = Duration.ofSeconds(15);
    private static final Duration STATE_FOLLOWS_SEAL = Duration.ofSeconds(3);
    private final LogSource source;
    private final JsonMapper mapper;

    /** Made by the composition root. */
    public LogStreamController(LogSource source, JsonMapper mapper) {
        this.source = source;
        this.mapper = mapper;
    }

    @GetMapping(path = "/api/v1/tasks/{task}/log/stream")
    @Needs(Role.VIEWER)
    @Described(
            id = "streamLog",
            summary = "Streams a log as it grows; 204 when the last event of one that is sealed was seen",
            answers = {200, 204},
            gives = MediaType.TEXT_EVENT_STREAM_VALUE,
            problems = ErrorCode.LOG_PURGED)
    void stream(
            @PathVariable String task,
            @RequestParam Optional<String> attempt,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        WantedLog wanted = WantedLog.of(task, attempt, caller);
        long next = lastEventId == null ? 0 : index(lastEventId) + 1;
        LogPage page = source.await(wanted, new PageStart.At(next), EVENTS_AT_ONCE, Duration.ZERO);
        if (lastEventId != null && page.complete() && page.events().isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        while (true) {
            write(out, page);
            next = Math.max(next, page.next());
            if (page.complete()) {
                end(out, wanted, next);
                return;
            }
            page = source.await(wanted, new PageStart.At(next), EVENTS_AT_ONCE, COMMENT_EVERY);
        }
    }

    private void write(OutputStream out, LogPage page) throws IOException {
        StringBuilder text = new StringBuilder();
        for (LogEntry entry : page.events()) {
            text.append("id: ").append(entry.index()).append("\ndata: ");
            text.append(mapper.writeValueAsString(entry)).append("\n\n");
        }
        if (text.isEmpty()) {
            text.append(": waiting\n\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The seal comes a moment before the state that follows from the same report. */
    private void end(OutputStream out, WantedLog wanted, long next) throws IOException, InterruptedException {
        TaskAttempts attempts = source.attempts(wanted);
        Optional<TaskAttempts.Numbered> attempt = source.select(wanted, attempts);
        if (attempt.isPresent()) {
            attempts = source.awaitEnd(wanted, attempt.get(), STATE_FOLLOWS_SEAL);
        }
        String data = mapper.writeValueAsString(Map.of("state", attempts.state()));
        out.write("id: %d\nevent: end\ndata: %s\n\n".formatted(next, data).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static long index(String lastEventId) {
        return Parameters.number("Last-Event-ID", lastEventId, 0, LogController.FARTHEST);
    }
}
