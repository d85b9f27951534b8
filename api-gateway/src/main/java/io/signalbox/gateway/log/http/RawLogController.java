package io.signalbox.gateway.log.http;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.log.LogTail;
import io.signalbox.gateway.log.view.LogReader;
import io.signalbox.gateway.log.view.RawLog;
import io.signalbox.gateway.log.view.TaskAttempts;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of a log's output, whole or in one range (RFC 9110, section 14). Streams; never holds more than a few chunks. */
@RestController
@RequestMapping("/api/v1/tasks/{task}/log")
public final class RawLogController {
    private final LogSource source;
    private final LogReader reader;
    private final RawLog raw;

    /** Made by the composition root. */
    public RawLogController(LogSource source, LogReader reader, RawLog raw) {
        this.source = source;
        this.reader = reader;
        this.raw = raw;
    }

    /** For saving. */
    @GetMapping("/raw")
    @Needs(Role.VIEWER)
    @Described(
            id = "downloadLog",
            summary = "Gives the bytes of the output alone, whole or in one range",
            answers = {200, 206},
            gives = MediaType.TEXT_PLAIN_VALUE,
            problems = {ErrorCode.LOG_PURGED, ErrorCode.RANGE_NOT_SATISFIABLE})
    void download(
            @PathVariable String task,
            @RequestParam Optional<String> attempt,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + task + ".log\"");
        write(WantedLog.of(task, attempt, caller), range, response);
    }

    /** For reading on a terminal. */
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    @Needs(Role.VIEWER)
    @Described(
            id = "readLog",
            summary = "Gives the output as text",
            answers = {200, 206},
            gives = MediaType.TEXT_PLAIN_VALUE,
            problems = {ErrorCode.LOG_PURGED, ErrorCode.RANGE_NOT_SATISFIABLE})
    void text(
            @PathVariable String task,
            @RequestParam Optional<String> attempt,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        write(WantedLog.of(task, attempt, caller), range, response);
    }

    private void write(WantedLog wanted, @Nullable String range, HttpServletResponse response) throws IOException {
        Optional<TaskAttempts.Numbered> attempt = source.select(wanted, source.attempts(wanted));
        Optional<LogTail> tail = attempt.flatMap(one -> LogSource.answered(() -> reader.tail(one.id())));
        long total = tail.map(LogTail::outputBytes).orElse(0L);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        long from = 0;
        long to = total;
        if (range != null) {
            HttpRange part = range(range, total);
            from = part.getRangeStart(total);
            to = part.getRangeEnd(total) + 1;
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, to - 1, total));
        }
        response.setContentLengthLong(to - from);
        if (attempt.isPresent() && from < to) {
            raw.write(attempt.get().id(), from, to, response.getOutputStream());
        }
    }

    private static HttpRange range(String header, long total) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            if (ranges.size() == 1 && ranges.getFirst().getRangeStart(total) < total) {
                return ranges.getFirst();
            }
        } catch (IllegalArgumentException e) {
            // Answered below: one range inside of the log was expected.
        }
        throw LogSource.problem(
                ErrorCode.RANGE_NOT_SATISFIABLE,
                "Range must be one range of bytes below %d, such as bytes=0-99".formatted(total));
    }
}
