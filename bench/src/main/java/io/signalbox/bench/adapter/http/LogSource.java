package io.signalbox.bench.adapter.http;

import io.signalbox.bench.measure.Digest;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.LogEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work that is nothing but output: lines of text like those of a build, in events of 8 KiB and batches of 1 MiB, one unacknowledged batch at
 * a time, as our runner pushes them. Remembers the hash of what it sent, by attempt. Thread-safe.
 */
public final class LogSource implements Work {
    private static final int EVENT = 8 * 1024;
    private static final int BATCH = 1024 * 1024;
    private static final int TEXT = 4 * 1024 * 1024;
    private static final int MOST_REPEATS = 100;

    private final long bytes;
    private final String text = text();
    private final Map<AttemptId, String> sent = new ConcurrentHashMap<>();

    /** @param bytes of output in each task's log */
    public LogSource(long bytes) {
        this.bytes = bytes;
    }

    /** By attempt, the hash of its output. */
    public Map<AttemptId, String> sent() {
        return Map.copyOf(sent);
    }

    @Override
    public CompletableFuture<FinishedAttempt> run(SimulatedRunner runner, AttemptId attempt) {
        CompletableFuture<FinishedAttempt> end = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                end.complete(push(runner, attempt));
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private FinishedAttempt push(SimulatedRunner runner, AttemptId attempt) {
        Digest digest = new Digest();
        ByteArrayOutputStream batch = new ByteArrayOutputStream(BATCH + 2 * EVENT);
        long next = 0;
        long first = 0;
        long left = bytes;
        while (left > 0) {
            int length = (int) Math.min(EVENT, left);
            // Each event begins elsewhere in the text, so that no two batches are alike.
            int at = (int) ((next * 7919 + attempt.hashCode() & Integer.MAX_VALUE) % (TEXT - EVENT));
            String output = text.substring(at, at + length);
            digest.add(output.getBytes(StandardCharsets.UTF_8));
            batch.writeBytes(line(output));
            left -= length;
            next++;
            if (batch.size() >= BATCH || left == 0) {
                deliver(runner, attempt, first, batch.toByteArray());
                batch.reset();
                first = next;
            }
        }
        sent.put(attempt, digest.hex());
        return Ending.after(next);
    }

    private static void deliver(SimulatedRunner runner, AttemptId attempt, long first, byte[] batch) {
        for (int i = 0; i < MOST_REPEATS; i++) {
            int status = runner.push(attempt, first, batch).join();
            if (status == 200) {
                return;
            }
            if (status != 503) {
                throw new IllegalStateException("A batch from " + first + " was answered with " + status);
            }
        }
        throw new IllegalStateException("A batch from " + first + " was answered with 503 again and again");
    }

    private static byte[] line(String output) {
        long now = System.currentTimeMillis();
        return (Ending.line(new LogEvent.CommandOutput(now / 1000, now, output, null)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text() {
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder(TEXT + 100);
        while (lines.length() < TEXT) {
            lines.append("[INFO] compiled src/main/java/module")
                    .append(random.nextInt(1000))
                    .append("/Type")
                    .append(random.nextInt(100_000))
                    .append(".java in ")
                    .append(random.nextInt(900))
                    .append(" ms, hash ")
                    .append(Long.toHexString(random.nextLong()))
                    .append('\n');
        }
        return lines.substring(0, TEXT);
    }
}
