package io.signalbox.gateway.config.log;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.adapter.metrics.GatewayMeters;
import io.signalbox.gateway.adapter.mongo.log.MongoChunkStore;
import io.signalbox.gateway.adapter.mongo.log.MongoEndedAttempts;
import io.signalbox.gateway.adapter.mongo.log.MongoPurgeWishes;
import io.signalbox.gateway.adapter.mongo.log.MongoTaskAttempts;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.log.LogAppender;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.log.http.LogController;
import io.signalbox.gateway.log.http.LogSource;
import io.signalbox.gateway.log.http.LogStreamController;
import io.signalbox.gateway.log.http.RawLogController;
import io.signalbox.gateway.log.purge.PurgeLogs;
import io.signalbox.gateway.log.seal.SealAbandoned;
import io.signalbox.gateway.log.view.LiveLogs;
import io.signalbox.gateway.log.view.LogReader;
import io.signalbox.gateway.log.view.RawLog;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.model.store.CollectionNames;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Logs: written by the relay, read by clients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
public class LogConfiguration {

    @Bean(destroyMethod = "close")
    BatchingWriter logChunkWriter(Store store, ObjectProvider<BatchListener> listener) {
        BatchListener hears = listener.getIfAvailable(() -> BatchListener.NONE);
        return new BatchingWriter(store.deciding(CollectionNames.LOG_CHUNKS), Backlog.USUAL, hears);
    }

    @Bean
    ChunkStore chunkStore(Store store, BatchingWriter logChunkWriter) {
        return new MongoChunkStore(store.deciding(CollectionNames.LOG_CHUNKS), logChunkWriter);
    }

    @Bean
    LiveLogs liveLogs(MessageBus bus) {
        return new LiveLogs(bus);
    }

    @Bean
    LogWriter logWriter(ChunkStore chunks, LiveLogs live, LogSettings settings) {
        return new LogAppender(chunks, live, Executors.newVirtualThreadPerTaskExecutor(), settings.quota());
    }

    @Bean
    PurgeLogs purgeLogs(Store store, ChunkStore chunks, LogWriter writer, RefusalStore refusals, GatewayMeters meters) {
        return new PurgeLogs(new MongoPurgeWishes(store), chunks, writer, refusals, meters::purgedLogs);
    }

    @Bean
    LogDuties logDuties(Store store, MessageBus bus, LiveLogs live, LogWriter writer, PurgeLogs purge) {
        SealAbandoned seal = new SealAbandoned(new MongoEndedAttempts(store), writer, System::nanoTime);
        return new LogDuties(bus, live, seal, purge);
    }

    @Bean
    LogSource logSource(Store store, LogReader reader, LiveLogs live) {
        return new LogSource(new MongoTaskAttempts(store.leaving(CollectionNames.TASKS)), reader, live);
    }

    @Bean
    LogReader logReader(ChunkStore chunks) {
        return new LogReader(chunks);
    }

    @Bean
    LogController logController(LogSource source, LogReader reader) {
        return new LogController(source, reader);
    }

    @Bean
    RawLogController rawLogController(ChunkStore chunks, LogSource source, LogReader reader) {
        return new RawLogController(source, reader, new RawLog(chunks));
    }

    @Bean
    LogStreamController logStreamController(LogSource source) {
        return new LogStreamController(source, ApiJson.mapper());
    }
}
