package io.signalbox.faults.core.crash;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All crash points as a table of a document. */
public final class CrashTable {
    private static final String HEAD = """
            | point | dies | when | what recovers it | how the task ends |
            | --- | --- | --- | --- | --- |
            """;

    private CrashTable() {}

    /** The table, in Markdown. */
    public static String markdown() {
        return Stream.of(CrashPoint.values()).map(CrashTable::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(CrashPoint point) {
        return "| %s | %s | %s (%s) | %s | %s |\n"
                .formatted(
                        point.wire(),
                        point.spot().program(),
                        point.moment(),
                        point.spot(),
                        point.recovery(),
                        point.ending());
    }
}
