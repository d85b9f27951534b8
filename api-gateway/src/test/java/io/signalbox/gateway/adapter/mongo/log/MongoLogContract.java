package io.signalbox.gateway.adapter.mongo.log;

import static io.signalbox.gateway.log.Logs.gateway;
import static io.signalbox.gateway.log.Logs.lines;
import static io.signalbox.gateway.log.Logs.push;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.log.AppendOutcome;
import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.log.LogContract;
import io.signalbox.model.store.CollectionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a log keeps, over the chunk store of MongoDB. */
public interface MongoLogContract extends LogContract {

    Chunks chunks();

    @Override
    default ChunkStore store() {
        return chunks().store();
    }

    @Test
    default void gatewaysThatRaceWithOverlappingBatchesStoreEachEventOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                int from = round * 3;
                List<Future<AppendOutcome>> pushes = new ArrayList<>();
                for (int racer = 1; racer <= 3; racer++) {
                    int to = from + racer;
                    pushes.add(threads.submit(() ->
                            push(gateway(store()), Math.max(0, from - 2), lines(Math.max(0, from - 2), to))));
                }
                for (Future<AppendOutcome> push : pushes) {
                    assertThat(push.get()).isInstanceOf(AppendOutcome.Appended.class);
                }
            }
        }
        assertThat(stored()).hasSize(60).doesNotHaveDuplicates();
    }

    /**
     * The store of chunks with its writer.
     *
     * @param writer writes them
     * @param store over it
     */
    record Chunks(BatchingWriter writer, ChunkStore store) implements AutoCloseable {
        /** The chunks of {@code store}. */
        public static Chunks of(Store store) {
            var collection = store.deciding(CollectionNames.LOG_CHUNKS);
            BatchingWriter writer = new BatchingWriter(collection, Backlog.USUAL, BatchListener.NONE);
            return new Chunks(writer, new MongoChunkStore(collection, writer));
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
