package io.signalbox.cli.api;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The API as commands use it: calls that can be repeated are, when the connection breaks or the gateway asks for patience; what is refused ends the
 * command with a {@link Failure} that says what to do. Blocks; an interrupt gives up at once.
 */
public final class Api {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration USUAL_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Transport transport;
    private final Timing timing;
    private final Persistence persistence;
    private final Consumer<String> trouble;

    /** Calls by {@code transport}; tells {@code trouble} what it waits for, and an empty text when that is over. */
    public Api(Transport transport, Timing timing, Consumer<String> trouble) {
        this(transport, timing, Persistence.BRIEF, trouble);
    }

    private Api(Transport transport, Timing timing, Persistence persistence, Consumer<String> trouble) {
        this.transport = transport;
        this.timing = timing;
        this.persistence = persistence;
        this.trouble = trouble;
    }

    /** The same, for commands that follow something: it bears that the gateway is away for minutes. */
    public Api persistent() {
        return new Api(transport, timing, Persistence.LONG, trouble);
    }

    /** The answer, which is a good one. */
    public Reply send(Call call) throws InterruptedException {
        Duration begin = timing.elapsed();
        Duration pause = FIRST_PAUSE;
        boolean troubled = false;
        while (true) {
            Verdict verdict = verdict(call, transport.send(call));
            if (verdict instanceof Verdict.Good(Reply reply)) {
                if (troubled) {
                    trouble.accept("");
                }
                return reply;
            }
            Verdict.Bad bad = (Verdict.Bad) verdict;
            Duration next = bad.pause().isZero() ? pause : bad.pause();
            if (timing.elapsed().minus(begin).plus(next).compareTo(bad.limit()) > 0) {
                throw bad.failure();
            }
            trouble.accept(bad.failure().line());
            troubled = true;
            timing.pause(next);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    /** What an outcome means. */
    private sealed interface Verdict {
        /** It is the answer. */
        record Good(Reply reply) implements Verdict {}

        /** It is tried again as long as {@code limit} allows, after {@code pause} if the gateway has named one. */
        record Bad(Failure failure, Duration limit, Duration pause) implements Verdict {}
    }

    private Verdict verdict(Call call, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> judged(call, answered);
            case Outcome.NoConnection(String detail) ->
                new Verdict.Bad(
                        new Failure(
                                ExitCode.UNAVAILABLE,
                                "No gateway answers: " + detail + ". Is it up? `signalbox doctor` looks closer."),
                        persistence.absence(),
                        Duration.ZERO);
            case Outcome.Untrusted(String detail) ->
                new Verdict.Bad(
                        new Failure(
                                ExitCode.REFUSED,
                                "The gateway's certificate is not trusted: " + detail
                                        + ". Name its authority with --ca FILE; it is good for the host in the gateway's SIGNALBOX_PUBLIC_URL."),
                        Duration.ZERO,
                        Duration.ZERO);
            case Outcome.Broken(String detail) -> broken(call, detail);
        };
    }

    private Verdict broken(Call call, String detail) {
        boolean repeatable = call.isRepeatable();
        String text = "The connection broke: " + detail
                + (repeatable ? ". Try again." : ". It may have been done: look before you try again.");
        Duration limit = repeatable ? longer(Persistence.BREAK, persistence.absence()) : Duration.ZERO;
        return new Verdict.Bad(new Failure(ExitCode.UNAVAILABLE, text), limit, Duration.ZERO);
    }

    private Verdict judged(Call call, Outcome.Answered answered) {
        if (answered.status() >= 200 && answered.status() < 300) {
            return new Verdict.Good(new Reply(answered.status(), answered.body(), answered.date()));
        }
        Problem problem = Problem.of(answered);
        boolean again = problem.isNotDone() || (problem.isUncertain() && call.isRepeatable());
        Duration pause = shorter(answered.retryAfter().orElse(USUAL_RETRY), LONGEST_RETRY);
        return new Verdict.Bad(problem.toFailure(), again ? persistence.overload() : Duration.ZERO, pause);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
