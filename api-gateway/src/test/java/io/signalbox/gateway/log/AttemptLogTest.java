package io.signalbox.gateway.log;

import static io.signalbox.gateway.log.Logs.gateway;
import static io.signalbox.gateway.log.Logs.lines;
import static io.signalbox.gateway.log.Logs.push;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptLogTest implements LogContract {
    private final ChunkMemory store = new ChunkMemory();

    @Override
    public ChunkStore store() {
        return store;
    }

    @Test
    void anInsertWhoseAnswerWasLostIsFoundByTheRepeat() {
        LogWriter gateway = gateway(store);
        store.loseNextAnswer();
        assertThat(push(gateway, 0, lines(0, 2))).isInstanceOf(AppendOutcome.Unavailable.class);
        assertThat(push(gateway, 0, lines(0, 3))).isEqualTo(new AppendOutcome.Appended(3));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void aLargeBatchBecomesSeveralChunks() {
        List<byte[]> large = IntStream.range(0, 4)
                .mapToObj(i -> Logs.line(
                        "{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"" + "x".repeat(400_000) + "\"}"))
                .toList();
        assertThat(push(gateway(store), 0, large)).isEqualTo(new AppendOutcome.Appended(4));
        assertThat(store.from(Logs.ATTEMPT, 0, 10)).hasSize(2);
    }

    @Test
    void gatewaysThatRaceStoreEachEventOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 200; round++) {
                int from = round * 3;
                List<Future<AppendOutcome>> pushes = new ArrayList<>();
                for (int racer = 1; racer <= 3; racer++) {
                    int to = from + racer;
                    LogWriter gateway = gateway(store);
                    pushes.add(threads.submit(() -> push(gateway, from, lines(from, to))));
                }
                for (Future<AppendOutcome> push : pushes) {
                    assertThat(push.get()).isInstanceOf(AppendOutcome.Appended.class);
                }
            }
        }
        assertThat(stored()).hasSize(600).doesNotHaveDuplicates();
    }
}
