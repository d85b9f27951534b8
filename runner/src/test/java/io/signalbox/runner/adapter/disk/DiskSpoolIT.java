package io.signalbox.runner.adapter.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.output.Spool.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpoolIT {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private static String text(Batch batch) {
        return UTF_8.decode(batch.lines().duplicate()).toString();
    }

    private static void append(DiskSpool spool, String line) {
        spool.append(line.getBytes(UTF_8));
    }

    private DiskSpool three() throws IOException {
        DiskSpool spool = DiskSpool.create(folder);
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
        assertThat(spool.pendingBytes()).isEqualTo(8);
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
        DiskSpool spool = DiskSpool.recover(folder);
        assertThat(spool.end()).isEqualTo(3);
        append(spool, "{\"d\":4}");
        assertThat(text(spool.next(10, MEBIBYTE))).endsWith("{\"c\":3}\n{\"d\":4}\n");
        spool.close();
    }

    @Test
    void zerosAfterALossOfPowerAreCutOff() throws IOException {
        three().close();
        Files.write(folder.resolve("000000000000.jsonl"), new byte[] {0, 0, '\n', 0}, StandardOpenOption.APPEND);
        DiskSpool spool = DiskSpool.recover(folder);
        assertThat(spool.end()).isEqualTo(3);
        spool.close();
    }

    @Test
    void aFolderThatIsGoneIsAnEmptySpool() throws IOException {
        DiskSpool spool = DiskSpool.recover(folder.resolve("gone"));
        assertThat(spool.end()).isZero();
        assertThat(spool.next(1, 1).isEmpty()).isTrue();
        spool.close();
    }

    @Test
    void acknowledgedFilesAreRemovedAndTheRestIsFoundAgain() throws IOException {
        DiskSpool spool = DiskSpool.create(folder);
        String line = "{\"x\":\"" + "x".repeat(MEBIBYTE) + "\"}";
        for (int i = 0; i < 9; i++) {
            append(spool, line);
        }
        for (int i = 0; i < 5; i++) {
            spool.acknowledge(spool.next(1, 2 * MEBIBYTE));
        }
        assertThat(spool.next(1, 2 * MEBIBYTE).first()).isEqualTo(5);
        spool.close();
        DiskSpool again = DiskSpool.recover(folder);
        assertThat(again.acknowledged()).isEqualTo(4);
        assertThat(again.end()).isEqualTo(9);
        again.delete();
        assertThat(folder).doesNotExist();
    }
}
