package io.signalbox.gateway.log.seal;

import static io.signalbox.gateway.log.Logs.ATTEMPT;
import static io.signalbox.gateway.log.Logs.TASK;
import static io.signalbox.gateway.log.Logs.lines;
import static io.signalbox.gateway.log.Logs.push;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.log.AppendOutcome;
import io.signalbox.gateway.log.ChunkMemory;
import io.signalbox.gateway.log.LogTail;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.log.Logs;
import io.signalbox.model.id.AttemptId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SealAbandonedTest {
    private final ChunkMemory store = new ChunkMemory();
    private final LogWriter gateway = Logs.gateway(store);
    private final AtomicLong nanos = new AtomicLong();
    private final Feed feed = new Feed();
    private final SealAbandoned duty = new SealAbandoned(feed, gateway, nanos::get);

    @Test
    void sealsAMinuteAfterTheEndAndNotBefore() {
        push(gateway, 0, lines(0, 2));
        feed.ends.add(new EndedAttempts.Ended(5, TASK, ATTEMPT));
        runAfter(Duration.ZERO);
        runAfter(Duration.ofSeconds(59));
        assertThat(store.tail(ATTEMPT).map(LogTail::sealed)).contains(false);
        assertThat(push(gateway, 2, lines(2, 3)))
                .as("the runner may still bring the rest")
                .isInstanceOf(AppendOutcome.Appended.class);
        runAfter(Duration.ofSeconds(1));
        assertThat(store.tail(ATTEMPT).map(LogTail::sealed)).contains(true);
        assertThat(push(gateway, 3, lines(3, 4))).isEqualTo(new AppendOutcome.Sealed(3));
    }

    @Test
    void anEndIsLookedAtOnceByAllGateways() {
        feed.ends.add(new EndedAttempts.Ended(5, TASK, ATTEMPT));
        runAfter(Duration.ZERO);
        runAfter(Duration.ofSeconds(60));
        assertThat(feed.cursor).isEqualTo(5);
        assertThat(feed.upTo(5, 10)).isEmpty();
    }

    @Test
    void whatHasNoLogIsPassedOver() {
        feed.ends.add(new EndedAttempts.Ended(5, TASK, ATTEMPT));
        feed.withoutLog.add(ATTEMPT);
        runAfter(Duration.ZERO);
        runAfter(Duration.ofSeconds(60));
        assertThat(store.tail(ATTEMPT))
                .as("a log that was purged is not brought back")
                .isEmpty();
        assertThat(feed.cursor).isEqualTo(5);
    }

    private void runAfter(Duration elapsed) {
        nanos.addAndGet(elapsed.toNanos());
        duty.run();
    }

    private static final class Feed implements EndedAttempts {
        private final List<Ended> ends = new ArrayList<>();
        private final Set<AttemptId> withoutLog = new HashSet<>();
        private long cursor = -1;

        @Override
        public long newest() {
            return ends.isEmpty() ? -1 : ends.getLast().sequence();
        }

        @Override
        public List<Ended> upTo(long sequence, int most) {
            return ends.stream()
                    .filter(end -> end.sequence() > cursor && end.sequence() <= sequence)
                    .limit(most)
                    .toList();
        }

        @Override
        public List<Ended> withLog(List<Ended> ended) {
            return ended.stream()
                    .filter(end -> !withoutLog.contains(end.attempt()))
                    .toList();
        }

        @Override
        public void passed(long sequence) {
            cursor = Math.max(cursor, sequence);
        }
    }
}
