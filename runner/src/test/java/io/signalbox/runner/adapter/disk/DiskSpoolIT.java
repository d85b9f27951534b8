package io.signalbox.runner.adapter.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.runner.output.Spool.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpoolIT {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private final SpoolQuota quota = new SpoolQuota(100 * MEBIBYTE, 1000, free::get);

    private static String text(Batch batch) {
        return UTF_8.decode(batch.lines().duplicate()).toString();
    }

    private static void append(DiskSpool spool, String line) {
        spool.append(line.getBytes(UTF_8));
    }

    private DiskSpool three() throws IOException {
        DiskSpool spool = DiskSpool.create(folder, quota);
        List.of("{\"a\":1}", "{\"b\":2}", "{\"c\":3}").forEach(line -> append(spool, line));
        return spool;
    }

    @Test
    void whatIsAppendedIsReadInOrderUntilItIsAcknowledged() throws IOException {
        DiskSpool spool = three();
        Batch two = spool.next(2, MEBIBYTE);
        assertThat(text(two)).isEqualTo("{\"a\":1}\n{\"b\":2}\n");
        assertThat(text(spool.next(2, MEBIBYTE))).isEqualTo(text(two));
        spool.acknowledge(two);
        assertThat(spool.acknowledged()).isEqualTo(2);
        assertThat(spool.next(2, MEBIBYTE).first()).isEqualTo(2);
        assertThat(spool.pendingBytes()).isEqualTo(8 + SpoolLine.PREFIX);
        spool.close();
    }

    @Test
    void aLineLongerThanTheLimitIsGivenWhole() throws IOException {
        DiskSpool spool = three();
        assertThat(spool.next(10, 3).count()).isEqualTo(1);
        spool.close();
    }

    @Test
    void aTornLastLineIsCutOff() throws IOException {
        three().close();
        Path file = folder.resolve("000000000000.jsonl");
        Files.writeString(file, "{\"torn", StandardOpenOption.APPEND);
        DiskSpool spool = DiskSpool.recover(folder, quota);
        assertThat(spool.end()).isEqualTo(3);
        append(spool, "{\"d\":4}");
        assertThat(text(spool.next(10, MEBIBYTE))).endsWith("{\"c\":3}\n{\"d\":4}\n");
        spool.close();
    }

    @Test
    void zerosAfterALossOfPowerAreCutOff() throws IOException {
        three().close();
        Files.write(folder.resolve("000000000000.jsonl"), new byte[] {0, 0, '\n', 0}, StandardOpenOption.APPEND);
        DiskSpool spool = DiskSpool.recover(folder, quota);
        assertThat(spool.end()).isEqualTo(3);
        spool.close();
    }

    @Test
    void whoWritesBeyondTheQuotaWaitsUntilTheRelayHasTakenSome() throws IOException {
        var small = new SpoolQuota(100, 0, free::get);
        DiskSpool spool = DiskSpool.create(folder, small);
        Thread writer = Thread.ofVirtual()
                .start(() -> IntStream.range(0, 50).forEach(i -> append(spool, "{\"i\":%02d}".formatted(i))));
        var arrived = new ArrayList<String>();
        while (arrived.size() < 50) {
            await().until(() -> !spool.next(10, MEBIBYTE).isEmpty());
            assertThat(small.used()).isLessThanOrEqualTo(100);
            Batch batch = spool.next(10, MEBIBYTE);
            assertThat(batch.first()).isEqualTo(arrived.size());
            text(batch).lines().forEach(arrived::add);
            spool.acknowledge(batch);
        }
        await().until(() -> !writer.isAlive());
        assertThat(arrived).isSorted().hasSize(50);
        assertThat(small.used()).isZero();
        spool.close();
    }

    @Test
    void whoWritesWhileTheDiskIsShortWaitsUntilItIsNot() throws IOException {
        free.set(500);
        DiskSpool spool = DiskSpool.create(folder, quota);
        Thread writer = Thread.ofVirtual().start(() -> append(spool, "{}"));
        await().until(() -> writer.getState() == Thread.State.TIMED_WAITING);
        assertThat(spool.end()).isZero();
        free.set(5000);
        await().until(() -> spool.end() == 1);
        spool.close();
    }

    @Test
    void aLogThatNobodyTakesHoldsNobodyBack() throws IOException {
        var small = new SpoolQuota(100, 0, free::get);
        DiskSpool spool = DiskSpool.create(folder, small);
        Thread writer = Thread.ofVirtual()
                .start(() -> IntStream.range(0, 50).forEach(i -> append(spool, "{\"i\":%02d}".formatted(i))));
        await().until(() -> writer.getState() == Thread.State.TIMED_WAITING);
        spool.refuse();
        await().until(() -> !writer.isAlive());
        assertThat(small.used()).isZero();
        spool.close();
    }

    @Test
    void aFolderThatIsGoneIsAnEmptySpool() throws IOException {
        DiskSpool spool = DiskSpool.recover(folder.resolve("gone"), quota);
        assertThat(spool.end()).isZero();
        assertThat(spool.next(1, 1).isEmpty()).isTrue();
        spool.close();
    }

    @Test
    void acknowledgedFilesAreRemovedAndTheRestIsFoundAgain() throws IOException {
        DiskSpool spool = DiskSpool.create(folder, quota);
        String line = "{\"x\":\"" + "x".repeat(MEBIBYTE) + "\"}";
        for (int i = 0; i < 9; i++) {
            append(spool, line);
        }
        for (int i = 0; i < 5; i++) {
            spool.acknowledge(spool.next(1, 2 * MEBIBYTE));
        }
        assertThat(spool.next(1, 2 * MEBIBYTE).first()).isEqualTo(5);
        spool.close();
        DiskSpool again = DiskSpool.recover(folder, quota);
        assertThat(again.acknowledged()).isEqualTo(4);
        assertThat(again.end()).isEqualTo(9);
        again.delete();
        assertThat(folder).doesNotExist();
    }
}
