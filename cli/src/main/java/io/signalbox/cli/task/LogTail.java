package io.signalbox.cli.task;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.task.follow.LogReading;
import io.signalbox.cli.task.follow.LogReading.News;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last lines of a log, as they are now. */
final class LogTail {
    /** A line may come in several events, as progress bars do. */
    private static final int EVENTS_OF_A_LINE = 4;

    private static final int LEAST_EVENTS = 100;
    private static final int MOST_EVENTS = 5000;

    private final LogReading reading;
    private final byte[] bytes;

    private LogTail(LogReading reading, byte[] bytes) {
        this.reading = reading;
        this.bytes = bytes;
    }

    /** At most {@code lines} of attempt number {@code attempt}, or of the newest one if null. */
    static LogTail of(Api api, String task, @Nullable Integer attempt, int lines) throws InterruptedException {
        long events = Math.clamp((long) lines * EVENTS_OF_A_LINE, LEAST_EVENTS, MOST_EVENTS);
        Call end = Call.get("tasks", task, "log").with("attempt", attempt).with("tail", 1);
        long from = Math.max(0, api.send(end).doc().number("totalEvents").orElse(0) - events);
        var reading = new LogReading(api, task, attempt, from);
        var bytes = new ByteArrayOutputStream();
        News news = News.SOME;
        while (news == News.SOME) {
            news = reading.read(Duration.ZERO, bytes::writeBytes);
        }
        return new LogTail(reading, lastLines(bytes.toByteArray(), lines));
    }

    /** The end of {@code bytes} that has so many lines; a last one may lack its end. */
    static byte[] lastLines(byte[] bytes, int lines) {
        int left = lines;
        for (int at = bytes.length - 1; at > 0; at--) {
            if (bytes[at - 1] == '\n' && --left == 0) {
                return Arrays.copyOfRange(bytes, at, bytes.length);
            }
        }
        return lines == 0 ? new byte[0] : bytes;
    }

    /** The bytes of these lines. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** The same as text. */
    List<String> lines() {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    /** Where the log goes on. */
    LogReading rest() {
        return reading;
    }
}
