package io.signalbox.runner.adapter.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.disk.workspace.FolderTree;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.journal.OpenAttempt;
import io.signalbox.runner.output.Spool.Batch;
import io.signalbox.runner.session.Credentials;
import io.signalbox.runner.session.Membership;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Every file that outlives the process, cut at every place and with every byte damaged: nothing breaks, and nothing is believed that was not written. */
class DamageIT {
    private static final int EVENTS = 6;
    private static final OpenAttempt FIRST = attempt(1);
    private static final OpenAttempt SECOND = attempt(2);

    @TempDir
    Path folder;

    private final ObjectMapper json = JsonMapper.builder().build();
    private final SpoolQuota quota = new SpoolQuota(Long.MAX_VALUE, 0, () -> Long.MAX_VALUE);

    private static OpenAttempt attempt(int number) {
        var id = new AttemptId("0198c5f0-8b1e-8c3a-9f00-%012d".formatted(number));
        return new OpenAttempt(id, 0, URI.create("https://relay/api/v1/logs/" + id), null);
    }

    private static String event(int index) {
        return "{\"event\":%d}".formatted(index);
    }

    private byte[] spool() throws IOException {
        DiskSpool spool = DiskSpool.create(folder, quota);
        for (int i = 0; i < EVENTS; i++) {
            spool.append(event(i).getBytes(UTF_8));
        }
        spool.close();
        return Files.readAllBytes(segment());
    }

    private Path segment() {
        return folder.resolve("000000000000.jsonl");
    }

    /** What a recovered spool would push, by index, after one more event was appended. */
    private Map<Long, String> recovered(byte[] content) throws IOException {
        FolderTree.delete(folder);
        Files.createDirectories(folder);
        Files.write(segment(), content);
        DiskSpool.recover(folder, quota).close();
        DiskSpool spool = DiskSpool.recover(folder, quota);
        spool.append("{\"last\":1}".getBytes(UTF_8));
        var pushed = new TreeMap<Long, String>();
        for (Batch batch = spool.next(2, 1000); !batch.isEmpty(); batch = spool.next(2, 1000)) {
            long index = batch.first();
            for (String line :
                    UTF_8.decode(batch.lines().duplicate()).toString().lines().toList()) {
                pushed.put(index++, line);
            }
            spool.acknowledge(batch);
        }
        assertThat(spool.pendingBytes()).isZero();
        assertThat(pushed).containsEntry(spool.end() - 1, "{\"last\":1}");
        pushed.remove(spool.end() - 1);
        spool.close();
        return pushed;
    }

    @Test
    void everyPrefixOfASpoolKeepsItsWholeEvents() throws IOException {
        byte[] whole = spool();
        int line = whole.length / EVENTS;
        for (int length = 0; length <= whole.length; length++) {
            assertThat(recovered(Arrays.copyOf(whole, length)))
                    .as("cut at %d", length)
                    .hasSize(length / line);
        }
    }

    @Test
    void everyDamagedByteOfASpoolCostsTheEventsItBelongsToAndNoOther() throws IOException {
        byte[] whole = spool();
        int line = whole.length / EVENTS;
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {1, 0x80, whole[at] ^ '\n', whole[at]}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) flip;
                Map<Long, String> pushed = recovered(damaged);
                boolean end = at % line == line - 1;
                long lost = flip == 0 ? 0 : end && at < whole.length - 1 ? 2 : 1;
                assertThat(pushed).as("byte %d ^ %d", at, flip).hasSize((int) (EVENTS - lost));
                pushed.forEach((index, event) -> assertThat(event).isEqualTo(event(Math.toIntExact(index))));
            }
        }
    }

    @Test
    void aSpoolFileThatIsGoneIsAGap() throws IOException {
        DiskSpool spool = DiskSpool.create(folder, quota);
        String large = "{\"x\":\"" + "x".repeat(1024 * 1024) + "\"}";
        for (int i = 0; i < 9; i++) {
            spool.append(large.getBytes(UTF_8));
        }
        spool.close();
        Files.delete(folder.resolve("000000000004.jsonl"));
        DiskSpool again = DiskSpool.recover(folder, quota);
        var firsts = new ArrayList<Long>();
        for (Batch batch = again.next(1, 1); !batch.isEmpty(); batch = again.next(1, 1)) {
            firsts.add(batch.first());
            again.acknowledge(batch);
        }
        assertThat(firsts).containsExactly(0L, 1L, 2L, 3L, 8L);
        again.close();
    }

    private byte[] journal() throws IOException {
        try (var journal = new DiskJournal(folder.resolve("journal"), json)) {
            journal.began(FIRST);
            journal.began(SECOND);
            journal.ended(SECOND.attempt(), Outcome.failed(7));
        }
        return Files.readAllBytes(folder.resolve("journal"));
    }

    private List<OpenAttempt> reopened(byte[] content) throws IOException {
        Files.write(folder.resolve("journal"), content);
        try (var journal = new DiskJournal(folder.resolve("journal"), json)) {
            return journal.open();
        }
    }

    @Test
    void everyPrefixOfAJournalKeepsItsWholeEntries() throws IOException {
        byte[] whole = journal();
        for (int length = 0; length <= whole.length; length++) {
            List<OpenAttempt> open = reopened(Arrays.copyOf(whole, length));
            assertThat(List.of(FIRST, SECOND, SECOND.ended(Outcome.failed(7)))).containsAll(open);
        }
        assertThat(reopened(whole)).containsExactly(FIRST, SECOND.ended(Outcome.failed(7)));
    }

    @Test
    void everyDamagedByteOfAJournalCostsTheEntriesItBelongsToAndInventsNone() throws IOException {
        byte[] whole = journal();
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {1, 0x80, whole[at] ^ '\n', whole[at]}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) flip;
                List<OpenAttempt> open = reopened(damaged);
                assertThat(List.of(FIRST, SECOND, SECOND.ended(Outcome.failed(7))))
                        .containsAll(open);
                assertThat(flip == 0 || whole[at] == '\n' || !open.isEmpty()).isTrue();
            }
        }
    }

    @Test
    void aDamagedMembershipIsNone() throws IOException {
        Path path = folder.resolve("membership");
        var file = new MembershipFile(path, json);
        var membership = new Membership(
                new Credentials("one", "sba_token", null, 7_000_000), "one", 2, List.of("linux"), List.of());
        file.save(membership);
        assertThat(file.load()).contains(membership);
        byte[] whole = Files.readAllBytes(path);
        for (int at = 0; at < whole.length; at++) {
            Files.write(path, Arrays.copyOf(whole, at));
            assertThat(file.load()).as("cut at %d", at).isEmpty();
            for (int flip : new int[] {1, 0x80}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) flip;
                Files.write(path, damaged);
                assertThat(file.load()).as("byte %d ^ %d", at, flip).isEmpty();
            }
        }
    }
}
