package io.signalbox.gateway.log.http;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.log.view.LogPage;
import io.signalbox.gateway.log.view.LogProof;
import io.signalbox.gateway.log.view.LogReader;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Logs in pages, and the proof that they are whole. */
@RestController
@RequestMapping("/api/v1/tasks/{task}/log")
public final class LogController {
    private static final long USUAL_EVENTS = 1000;
    private static final long MAX_EVENTS = 5000;
    private static final long MAX_WAIT_SECONDS = 25;
    /** No log has an event of a higher index. */
    static final long FARTHEST = 999_999_999_999_999_999L;

    private final LogSource source;
    private final LogReader reader;

    /** Made by the composition root. */
    public LogController(LogSource source, LogReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** Events from an index on, or the last ones; waits for the first new one if asked to. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.VIEWER)
    @Described(id = "readLog", summary = "Reads a log, in pages or as text", problems = ErrorCode.LOG_PURGED)
    LogPage page(
            @PathVariable String task,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> limit,
            @RequestParam Optional<String> attempt,
            @RequestParam Optional<String> tail,
            @RequestParam Optional<String> wait,
            Caller caller)
            throws InterruptedException {
        long index = number("from", from, 0, FARTHEST).orElse(0L);
        long most = number("limit", limit, 1, MAX_EVENTS).orElse(USUAL_EVENTS);
        Optional<Long> last = number("tail", tail, 1, MAX_EVENTS);
        Duration patience =
                Duration.ofSeconds(number("wait", wait, 0, MAX_WAIT_SECONDS).orElse(0L));
        PageStart start = last.<PageStart>map(PageStart.BeforeEnd::new).orElseGet(() -> new PageStart.At(index));
        return source.await(WantedLog.of(task, attempt, caller), start, Math.toIntExact(last.orElse(most)), patience);
    }

    /** Follows the whole hash chain. */
    @GetMapping("/verify")
    @Needs(Role.VIEWER)
    @Described(id = "verifyLog", summary = "Follows the hash chain of a log", problems = ErrorCode.LOG_PURGED)
    LogProof verify(@PathVariable String task, @RequestParam Optional<String> attempt, Caller caller) {
        WantedLog wanted = WantedLog.of(task, attempt, caller);
        return source.select(wanted, source.attempts(wanted))
                .map(selected ->
                        source.unlessPurged(wanted, selected, LogSource.answered(() -> reader.verify(selected.id()))))
                .orElseThrow(() ->
                        LogSource.problem(ErrorCode.NOT_FOUND, "Task " + task + " has no log: no runner has begun it"));
    }

    private static Optional<Long> number(String name, Optional<String> text, long least, long most) {
        return text.map(it -> Parameters.number(name, it, least, most));
    }
}
