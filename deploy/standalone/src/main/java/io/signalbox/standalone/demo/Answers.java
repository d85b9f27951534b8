package io.signalbox.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the public API answers, as far as the demonstration looks at it. */
final class Answers {
    private Answers() {}

    record Task(
            String id,
            String state,
            @Nullable Integer exitCode,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        boolean hasEnded() {
            return finishedAt != null;
        }

        /** From submission to start. */
        Optional<Duration> pickUp() {
            return between(createdAt, startedAt);
        }

        Optional<Duration> runTime() {
            return between(startedAt, finishedAt);
        }

        private static Optional<Duration> between(@Nullable Instant from, @Nullable Instant to) {
            return from == null || to == null ? Optional.empty() : Optional.of(Duration.between(from, to));
        }
    }

    record LogPage(List<LogEvent> events, long next, boolean complete) {}

    record LogEvent(
            String kind, @Nullable String command, @Nullable String output) {}

    record Explanation(List<Cause> causes, @Nullable String change) {}

    record Cause(String code, String detail) {}

    record Runners(List<Runner> items) {}

    record Runner(String name, String state, List<String> tags) {}

    record EventPage(@Nullable String next) {}
}
