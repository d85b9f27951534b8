package io.signalbox.gateway.log;

import static io.signalbox.gateway.log.Logs.ATTEMPT;
import static io.signalbox.gateway.log.Logs.TASK;
import static io.signalbox.gateway.log.Logs.gateway;
import static io.signalbox.gateway.log.Logs.line;
import static io.signalbox.gateway.log.Logs.lines;
import static io.signalbox.gateway.log.Logs.push;
import static io.signalbox.gateway.log.Logs.seal;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.log.AppendOutcome.Appended;
import io.signalbox.gateway.log.LogChunk.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What a log keeps, over any store: C20 and C21. */
public interface LogContract {

    /** The store under test, empty. */
    ChunkStore store();

    @Test
    default void aRepeatedBatchIsStoredOnce() {
        LogWriter gateway = gateway(store());
        assertThat(push(gateway, 0, lines(0, 3))).isEqualTo(new Appended(3));
        assertThat(push(gateway, 0, lines(0, 3))).isEqualTo(new Appended(3));
        assertThat(stored()).isEqualTo(text(lines(0, 3)));
    }

    @Test
    default void aLongerBatchFromTheSamePositionAppendsTheRest() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 3));
        assertThat(push(gateway, 1, lines(1, 6))).isEqualTo(new Appended(6));
        assertThat(stored()).isEqualTo(text(lines(0, 6)));
    }

    @Test
    default void gatewaysTakeTurnsWithoutKnowingOfEachOther() {
        LogWriter one = gateway(store());
        LogWriter other = gateway(store());
        push(one, 0, lines(0, 2));
        push(other, 2, lines(2, 5));
        assertThat(push(one, 2, lines(2, 7))).isEqualTo(new Appended(7));
        assertThat(push(other, 0, lines(0, 7))).isEqualTo(new Appended(7));
        assertThat(stored()).isEqualTo(text(lines(0, 7)));
    }

    @Test
    default void aContradictionIsRefusedAtItsIndex() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 4));
        List<byte[]> other = lines(0, 6);
        other.set(2, line("{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"forged\"}"));
        assertThat(push(gateway, 0, other)).isEqualTo(new AppendOutcome.Contradicted(2));
        assertThat(stored()).isEqualTo(text(lines(0, 4)));
    }

    @Test
    default void aGapIsRecordedAndWhatComesLaterForItIsDropped() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 2));
        assertThat(push(gateway, 5, lines(5, 7))).isEqualTo(new Appended(7));
        assertThat(push(gateway(store()), 2, lines(2, 7))).isEqualTo(new Appended(7));
        assertThat(seal(gateway, 7)).isEqualTo(new SealOutcome.Sealed(7, false));
        LogChunk last = store().marks(ATTEMPT).getLast();
        assertThat(last)
                .isInstanceOfSatisfying(
                        LogChunk.Seal.class,
                        seal -> assertThat(seal.missing()).containsExactly(new Missing(2, OptionalLong.of(5))));
    }

    @Test
    default void everyByteOfOutputIsFoundInItsChunk() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, List.of(line("{\"event\":\"job_started\",\"timestamp\":1}")));
        push(gateway, 1, lines(1, 3));
        push(gateway, 5, lines(5, 6));
        push(gateway, 6, lines(6, 11));
        seal(gateway, 11);
        long total = store().tail(ATTEMPT).orElseThrow().outputBytes();
        for (long offset = 0; offset < total; offset++) {
            LogChunk holder = store().from(ATTEMPT, store().indexOfOutput(ATTEMPT, offset), 1)
                    .getFirst();
            long end = holder.after().outputBytes();
            long begin = end
                    - ((LogChunk.Events) holder)
                            .lines().stream().mapToLong(LogLine::outputBytes).sum();
            assertThat(offset).isBetween(begin, end - 1);
        }
    }

    @Test
    default void sealIsFoundWithoutTheRest() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 2));
        assertThat(store().seal(ATTEMPT)).isEmpty();
        push(gateway, 5, lines(5, 7));
        assertThat(store().seal(ATTEMPT)).isEmpty();
        seal(gateway, 7);
        assertThat(store().seal(ATTEMPT).orElseThrow().missing()).containsExactly(new Missing(2, OptionalLong.of(5)));
    }

    @Test
    default void nothingIsAppendedBehindTheSeal() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 2));
        assertThat(seal(gateway, 2)).isEqualTo(new SealOutcome.Sealed(2, true));
        assertThat(push(gateway, 2, lines(2, 3))).isEqualTo(new AppendOutcome.Sealed(2));
        assertThat(push(gateway(store()), 9, lines(9, 10))).isEqualTo(new AppendOutcome.Sealed(2));
        assertThat(push(gateway, 0, lines(0, 2))).as("a repeat meets no seal").isEqualTo(new Appended(2));
        assertThat(seal(gateway(store()), 2)).as("sealing again").isEqualTo(new SealOutcome.Sealed(2, true));
    }

    @Test
    default void aLogStaysOpenUntilItsStatedEndIsReached() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 2));
        assertThat(seal(gateway, 3)).isEqualTo(new SealOutcome.Open(2));
        push(gateway(store()), 2, lines(2, 3));
        assertThat(seal(gateway, 3)).isEqualTo(new SealOutcome.Sealed(3, true));
    }

    @Test
    default void anOfficialAgentsLogEndsWithItsLastEvent() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 2));
        assertThat(gateway.seal(ATTEMPT, TASK, OptionalLong.empty()).join()).isEqualTo(new SealOutcome.Open(2));
        push(gateway, 2, List.of(line("{\"event\":\"job_finished\",\"timestamp\":1,\"result\":\"passed\"}")));
        assertThat(gateway.seal(ATTEMPT, TASK, OptionalLong.empty()).join()).isEqualTo(new SealOutcome.Sealed(3, true));
    }

    @Test
    default void aLogWhoseEndNeverCameIsSealedWithWhatIsMissing() {
        LogWriter gateway = gateway(store());
        push(gateway, 0, lines(0, 2));
        assertThat(gateway.sealAsIs(ATTEMPT, TASK, OptionalLong.empty()).join())
                .isEqualTo(new SealOutcome.Sealed(2, false));
        LogChunk last = store().marks(ATTEMPT).getLast();
        assertThat(last)
                .isInstanceOfSatisfying(
                        LogChunk.Seal.class,
                        seal -> assertThat(seal.missing()).containsExactly(new Missing(2, OptionalLong.empty())));
    }

    @Test
    default void aFullLogTakesNothingMoreAndItsSealSaysWhatIsMissing() {
        LogWriter gateway = gateway(store(), DataSize.ofBytes(14));
        assertThat(push(gateway, 0, lines(0, 2))).isEqualTo(new Appended(2));
        assertThat(push(gateway, 2, lines(2, 4))).isEqualTo(new AppendOutcome.QuotaReached(2));
        assertThat(push(gateway, 0, lines(0, 2))).as("a repeat is none more").isEqualTo(new Appended(2));
        assertThat(seal(gateway, 4)).isEqualTo(new SealOutcome.Sealed(2, false));
        assertThat(store().marks(ATTEMPT).getLast())
                .isInstanceOfSatisfying(
                        LogChunk.Seal.class,
                        seal -> assertThat(seal.missing()).containsExactly(new Missing(2, OptionalLong.of(4))));
    }

    @Test
    default void aFullLogOfAnOfficialAgentIsMissingFromThereOn() {
        LogWriter gateway = gateway(store(), DataSize.ofBytes(14));
        push(gateway, 0, lines(0, 2));
        push(gateway, 2, lines(2, 4));
        gateway.seal(ATTEMPT, TASK, OptionalLong.empty()).join();
        assertThat(store().marks(ATTEMPT).getLast())
                .isInstanceOfSatisfying(
                        LogChunk.Seal.class,
                        seal -> assertThat(seal.missing()).containsExactly(new Missing(2, OptionalLong.empty())));
    }

    @Test
    default void anEmptyLogCanBeSealed() {
        assertThat(seal(gateway(store()), 0)).isEqualTo(new SealOutcome.Sealed(0, true));
        assertThat(push(gateway(store()), 0, lines(0, 1))).isEqualTo(new AppendOutcome.Sealed(0));
    }

    @Test
    default void whatIsNoEventIsRefusedAsAWhole() {
        LogWriter gateway = gateway(store());
        List<byte[]> lines = lines(0, 2);
        lines.add(line("[1,2]"));
        assertThat(push(gateway, 0, lines))
                .isInstanceOfSatisfying(
                        AppendOutcome.Malformed.class,
                        malformed -> assertThat(malformed.index()).isEqualTo(2));
        assertThat(stored()).isEmpty();
    }

    /** The events in the store, gaps left out. */
    default List<String> stored() {
        List<String> events = new ArrayList<>();
        for (LogChunk chunk : store().from(ATTEMPT, 0, 1000)) {
            if (chunk instanceof LogChunk.Events some) {
                some.lines().forEach(line -> events.add(line.json()));
            }
        }
        return events;
    }

    private static List<String> text(List<byte[]> lines) {
        return lines.stream()
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    default void logIsRemovedFromItsBeginningAndItsSealLast() {
        push(gateway(store()), 0, lines(0, 2));
        push(gateway(store()), 2, lines(2, 3));
        seal(gateway(store()), 3);

        assertThat(store().remove(ATTEMPT, 2)).isEqualTo(2);
        assertThat(store().seal(ATTEMPT)).isPresent();
        assertThat(push(gateway(store()), 3, lines(3, 4))).isEqualTo(new AppendOutcome.Sealed(3));
        assertThat(store().remove(ATTEMPT, 2)).isEqualTo(1);
        assertThat(store().tail(ATTEMPT)).isEmpty();
    }
}
