package io.signalbox.faults.core.crash;

import java.util.List;
import java.util.stream.Stream;

/** Crash points by what people call them. */
public final class CrashPoints {
    /** For each build: those at which most is half done, of each program. */
    private static final List<CrashPoint> FEW = List.of(
            CrashPoint.SUBMISSION_STORED,
            CrashPoint.CLAIM_UNANSWERED,
            CrashPoint.END_UNREPORTED,
            CrashPoint.ASSIGNMENT_UNPUBLISHED,
            CrashPoint.END_STORED,
            CrashPoint.JOB_ARRIVED,
            CrashPoint.PUSH_UNNOTED,
            CrashPoint.END_UNTOLD);

    private CrashPoints() {}

    /** {@code all}, {@code few}, or names with commas between them. */
    public static List<CrashPoint> of(String words) {
        return switch (words) {
            case "all" -> List.of(CrashPoint.values());
            case "few" -> FEW;
            default -> Stream.of(words.split(",", -1)).map(CrashPoint::of).toList();
        };
    }
}
