package io.signalbox.gateway.log.http;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.log.view.LogPage;
import io.signalbox.gateway.log.view.LogProof;
import io.signalbox.gateway.log.view.LogReader;
import io.signalbox.gateway.problem.Problem;
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
    private static final int MAX_EVENTS = 5000;
    private static final int MAX_WAIT_SECONDS = 25;
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
    LogPage page(
            @PathVariable String task,
            @RequestParam Optional<Long> from,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam Optional<Integer> attempt,
            @RequestParam Optional<Long> tail,
            @RequestParam(defaultValue = "0") int wait,
            Caller caller)
            throws InterruptedException {
        within("limit", limit, 1, MAX_EVENTS);
        within("wait", wait, 0, MAX_WAIT_SECONDS);
        from.ifPresent(index -> within("from", index, 0, Long.MAX_VALUE));
        tail.ifPresent(events -> within("tail", events, 1, MAX_EVENTS));
        PageStart start =
                tail.<PageStart>map(PageStart.BeforeEnd::new).orElseGet(() -> new PageStart.At(from.orElse(0L)));
        int most = tail.map(Long::intValue).orElse(limit);
        return source.await(WantedLog.of(task, attempt, caller), start, most, Duration.ofSeconds(wait));
    }

    /** Follows the whole hash chain. */
    @GetMapping("/verify")
    @Needs(Role.VIEWER)
    LogProof verify(@PathVariable String task, @RequestParam Optional<Integer> attempt, Caller caller) {
        WantedLog wanted = WantedLog.of(task, attempt, caller);
        return source.select(wanted, source.attempts(wanted))
                .map(selected -> LogSource.answered(() -> reader.verify(selected.id())))
                .orElseThrow(() ->
                        LogSource.problem(ErrorCode.NOT_FOUND, "Task " + task + " has no log: no runner has begun it"));
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            String detail = "The parameter '%s' must be from %d to %d, but was %d".formatted(name, least, most, value);
            throw Problem.of(ErrorCode.INVALID_PARAMETER, detail).toException();
        }
    }
}
