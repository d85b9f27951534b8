package io.signalbox.cli.api;

import io.signalbox.model.error.ErrorCode;

/** What to do next about a problem; empty where its detail says all that can be said. */
final class Advice {
    private Advice() {}

    static String on(ErrorCode code) {
        return switch (code.kind()) {
            case INVALID -> code == ErrorCode.SPEC_TOO_LARGE ? "Let the task fetch its files itself." : "";
            case DENIED ->
                code == ErrorCode.UNAUTHENTICATED
                        ? "Log in with `signalbox login`."
                        : "Ask for a token with another role; `signalbox login` takes it.";
            case MISSING ->
                code == ErrorCode.CURSOR_EXPIRED
                        ? "Begin again without --after."
                        : "Look at `signalbox tasks`, `runners`, `pools` or `projects` for what there is.";
            case CONFLICT -> onConflict(code);
            case OVERLOAD -> onOverload(code);
            case UNAVAILABLE ->
                code == ErrorCode.UNKNOWN
                        ? "Look whether it happened before you try again."
                        : "Try again in a moment; `signalbox doctor` looks closer.";
            case INTERNAL -> "The gateway's log says why, under the request's id.";
        };
    }

    private static String onOverload(ErrorCode code) {
        if (code == ErrorCode.BACKLOG_FULL) {
            return "Wait until fewer tasks wait (`signalbox top`), or add runners.";
        }
        return code == ErrorCode.LOCKED_OUT ? "Wait, then log in with a good token." : "Try again in a moment.";
    }

    private static String onConflict(ErrorCode code) {
        if (code == ErrorCode.TASK_NOT_FINISHED) {
            return "Wait for its end, or end it with `signalbox cancel`.";
        }
        if (code == ErrorCode.RUNNER_BUSY) {
            return "`signalbox runners drain` lets its tasks end; --force does not wait for them.";
        }
        return code == ErrorCode.IDEMPOTENCY_KEY_REUSED ? "Use another --key, or none." : "";
    }
}
