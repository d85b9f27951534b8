package io.signalbox.gateway.log.view;

import static io.signalbox.gateway.log.Logs.ATTEMPT;
import static io.signalbox.gateway.log.Logs.TASK;
import static io.signalbox.gateway.log.Logs.line;
import static io.signalbox.gateway.log.Logs.lines;
import static io.signalbox.gateway.log.Logs.push;
import static io.signalbox.gateway.log.Logs.seal;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.log.ChunkMemory;
import io.signalbox.gateway.log.LogChunk;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.log.Logs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private final ChunkMemory store = new ChunkMemory();
    private final LogWriter gateway = Logs.gateway(store);
    private final LogReader reader = new LogReader(store);

    @Test
    void pagesFollowEachOtherUntilTheSeal() {
        push(gateway, 0, lines(0, 4));
        push(gateway, 4, lines(4, 5));
        LogPage first = reader.page(ATTEMPT, 0, 3);
        assertThat(first.events()).extracting(LogEntry::index).containsExactly(0L, 1L, 2L);
        assertThat(first.complete()).isFalse();
        LogPage second = reader.page(ATTEMPT, first.next(), 3);
        assertThat(second.events()).extracting(LogEntry::output).containsExactly("line 3\n", "line 4\n");
        assertThat(second.complete()).as("not sealed yet").isFalse();
        seal(gateway, 5);
        assertThat(reader.page(ATTEMPT, 5, 3)).isEqualTo(new LogPage(List.of(), 5, true, 5, 35, List.of()));
    }

    @Test
    void showsEachKindOfEvent() {
        push(
                gateway,
                0,
                List.of(
                        line("{\"event\":\"job_started\",\"timestamp\":7}"),
                        line("{\"event\":\"cmd_started\",\"timestamp\":7,\"at\":7001,\"directive\":\"make\"}"),
                        line("{\"event\":\"cmd_output\",\"timestamp\":7,\"output\":\"\uFFFD\",\"raw\":\"/w==\"}"),
                        line("{\"event\":\"cmd_finished\",\"timestamp\":8,\"directive\":\"make\",\"exit_code\":2,"
                                + "\"started_at\":7,\"finished_at\":8}"),
                        line("{\"event\":\"from_the_future\",\"timestamp\":8}"),
                        line("{\"event\":\"job_finished\",\"timestamp\":8,\"result\":\"failed\"}")));
        assertThat(reader.page(ATTEMPT, 0, 10).events())
                .containsExactly(
                        entry(0, 7000, LogEntry.Kind.STARTED, null, null, null, null, null),
                        entry(1, 7001, LogEntry.Kind.COMMAND, "make", null, null, null, null),
                        entry(2, 7000, LogEntry.Kind.OUTPUT, null, "\uFFFD", "/w==", null, null),
                        entry(3, 8000, LogEntry.Kind.EXIT, "make", null, null, 2, null),
                        entry(4, 0, LogEntry.Kind.UNKNOWN, null, null, null, null, null),
                        entry(5, 8000, LogEntry.Kind.FINISHED, null, null, null, null, "failed"));
    }

    @Test
    void saysWhatIsMissing() {
        push(gateway, 0, lines(0, 1));
        push(gateway, 3, lines(3, 4));
        assertThat(reader.page(ATTEMPT, 0, 10).missing()).containsExactly(new MissingRange(1, 3L));
        assertThat(reader.page(ATTEMPT, 0, 10).events())
                .extracting(LogEntry::index)
                .containsExactly(0L, 3L);
        gateway.sealAsIs(ATTEMPT, TASK, OptionalLong.empty()).join();
        LogPage page = reader.page(ATTEMPT, 0, 10);
        assertThat(page.missing()).containsExactly(new MissingRange(1, 3L), new MissingRange(4, null));
        assertThat(page.complete()).as("nothing follows").isTrue();
        assertThat(reader.verify(ATTEMPT).complete()).isFalse();
    }

    @Test
    void provesThatAWholeLogIsWhole() {
        push(gateway, 0, lines(0, 2));
        push(gateway, 2, lines(2, 9));
        assertThat(reader.verify(ATTEMPT).complete()).as("not sealed yet").isFalse();
        seal(gateway, 9);
        LogProof proof = reader.verify(ATTEMPT);
        assertThat(proof.complete()).isTrue();
        assertThat(proof.head()).isEqualTo(store.tail(ATTEMPT).orElseThrow().hash());
    }

    @Test
    void findsADoctoredChunk() {
        push(gateway, 0, lines(0, 2));
        push(gateway, 2, lines(2, 4));
        seal(gateway, 4);
        LogChunk.Events chunk = (LogChunk.Events) store.from(ATTEMPT, 2, 1).getFirst();
        var forged = chunk.lines().reversed();
        store.doctor(new LogChunk.Events(ATTEMPT, TASK, 2, forged, chunk.prev(), chunk.after()));
        assertThat(reader.verify(ATTEMPT).brokenAt()).isEqualTo(2);
        assertThat(reader.verify(ATTEMPT).complete()).isFalse();
    }

    @Test
    void namesWhatWasTakenOutOfTheStore() {
        ChunkMemory copy = new ChunkMemory();
        push(gateway, 0, lines(0, 2));
        push(gateway, 2, lines(2, 4));
        push(gateway, 4, lines(4, 6));
        seal(gateway, 6);
        copy.doctor(store.from(ATTEMPT, 4, 1).getFirst());
        LogProof headless = new LogReader(copy).verify(ATTEMPT);
        assertThat(headless.missing()).containsExactly(new MissingRange(0, 4L));
        copy.doctor(store.from(ATTEMPT, 0, 1).getFirst());
        LogProof proof = new LogReader(copy).verify(ATTEMPT);
        assertThat(proof.missing()).containsExactly(new MissingRange(2, 4L));
        assertThat(proof.brokenAt()).isEqualTo(4);
        assertThat(proof.complete()).isFalse();
    }

    @Test
    void findsAChunkThatWasPutInWithAHashOfItsOwn() {
        push(gateway, 0, lines(0, 2));
        push(gateway, 2, lines(2, 4));
        ChunkMemory elsewhere = new ChunkMemory();
        push(Logs.gateway(elsewhere), 0, lines(10, 12));
        store.doctor(elsewhere.from(ATTEMPT, 0, 1).getFirst());
        assertThat(reader.verify(ATTEMPT).brokenAt()).isEqualTo(2);
    }

    @Test
    void theRawLogIsTheOutputToTheByte() throws IOException {
        byte[] bytes = {'a', (byte) 0xFF, 0, '\r', 'b'};
        push(gateway, 0, lines(0, 2));
        push(
                gateway,
                2,
                List.of(line("{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"?\",\"raw\":\""
                        + Base64.getEncoder().encodeToString(bytes) + "\"}")));
        push(gateway, 3, lines(3, 4));
        String all = "line 0\nline 1\n" + new String(bytes, StandardCharsets.ISO_8859_1) + "line 3\n";
        for (int from = 0; from < all.length(); from++) {
            for (int to = from; to <= all.length(); to++) {
                assertThat(raw(from, to)).isEqualTo(all.substring(from, to));
            }
        }
    }

    private String raw(long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RawLog(store).write(ATTEMPT, from, to, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static LogEntry entry(
            long index,
            long millis,
            LogEntry.Kind kind,
            @Nullable String command,
            @Nullable String output,
            @Nullable String raw,
            @Nullable Integer exitCode,
            @Nullable String result) {
        return new LogEntry(index, Instant.ofEpochMilli(millis), kind, command, output, raw, exitCode, result);
    }
}
