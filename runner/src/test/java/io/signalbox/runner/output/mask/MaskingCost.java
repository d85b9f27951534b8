package io.signalbox.runner.output.mask;

import io.signalbox.runner.adapter.disk.DiskSpools;
import io.signalbox.runner.adapter.disk.SpoolQuota;
import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.execution.ManualTimer;
import io.signalbox.runner.output.LogLines;
import io.signalbox.runner.output.LogTranscript;
import io.signalbox.runner.output.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** What masking costs on the way from a task's output to its spool on disk: prints MB/s without and with 20 values, best of several rounds in turn. */
final class MaskingCost {
    private static final int ROUNDS = 12;
    private static final int READ = 16 * 1024;
    private static final int MEGABYTE = 1_000_000;
    private static final int SIZE = 100 * MEGABYTE;

    private MaskingCost() {}

    public static void main(String[] arguments) throws IOException {
        byte[] log = log();
        var values = new ArrayList<String>();
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            byte[] value = new byte[24];
            random.nextBytes(value);
            values.add(Base64.getEncoder().encodeToString(Base64.getEncoder().encode(value)));
        }
        double plain = 0;
        double masked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            plain = Math.max(plain, run(log, Masks.NONE));
            masked = Math.max(masked, run(log, Masks.of(values)));
        }
        System.out.printf(
                "%.0f MB/s without, %.0f MB/s with 20 values: masking costs %.1f %%%n",
                plain, masked, 100 * (plain - masked) / plain);
    }

    private static double run(byte[] log, Masks masks) throws IOException {
        Path folder = Files.createTempDirectory("masking-");
        Spool spool =
                new DiskSpools(folder, new SpoolQuota(Long.MAX_VALUE, 0, () -> Long.MAX_VALUE)).create(Jobs.ATTEMPT);
        var lines = new LogLines(JsonMapper.builder().build());
        var transcript = new LogTranscript(
                event -> {
                    spool.append(lines.line(event));
                    if (spool.pendingBytes() > MEGABYTE) {
                        spool.acknowledge(spool.next(Integer.MAX_VALUE, Integer.MAX_VALUE));
                    }
                },
                () -> Instant.EPOCH,
                new ManualTimer(),
                masks);
        long began = System.nanoTime();
        for (int done = 0; done < SIZE; done += READ) {
            transcript.write(log, READ);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        spool.close();
        spool.delete();
        Files.deleteIfExists(folder);
        return SIZE / seconds / MEGABYTE;
    }

    /** As builds write it. */
    private static byte[] log() {
        var text = new StringBuilder();
        var random = new Random(1);
        List<String> words = List.of("[INFO]", "Compiling", "src/main/java/App.java", "ok", "in", "12 ms", "test");
        while (text.length() < READ) {
            text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(9) == 0 ? '\n' : ' ');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
