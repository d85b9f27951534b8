package io.signalbox.gateway.config.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.adapter.metrics.StoreMeters;
import io.signalbox.gateway.adapter.mongo.relay.MongoAttemptDirectory;
import io.signalbox.gateway.adapter.mongo.relay.MongoBeatStore;
import io.signalbox.gateway.adapter.mongo.relay.MongoEndReports;
import io.signalbox.gateway.adapter.mongo.relay.MongoLiveAttempts;
import io.signalbox.gateway.adapter.mongo.relay.MongoRelayRecords;
import io.signalbox.gateway.adapter.mongo.relay.MongoSlotRecords;
import io.signalbox.gateway.adapter.mongo.relay.MongoStartReports;
import io.signalbox.gateway.adapter.mongo.runner.MongoPoolNames;
import io.signalbox.gateway.adapter.mongo.runner.MongoRegistrationTokens;
import io.signalbox.gateway.adapter.mongo.runner.MongoRunnerStore;
import io.signalbox.gateway.relay.beat.Beats;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.relay.claim.SlotRecords;
import io.signalbox.gateway.relay.claim.StartReports;
import io.signalbox.gateway.relay.command.RelayRecords;
import io.signalbox.gateway.relay.condition.Conditions;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.finish.EndReports;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.runner.registration.PoolNames;
import io.signalbox.gateway.runner.registration.RegistrationTokens;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.store.CollectionNames;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The relay's ports, in MongoDB. */
@Configuration(proxyBeanMethods = false)
class RelayStores {
    /** For display; the store keeps milliseconds. */
    static final InstantSource WALL_CLOCK = () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Bean
    BatchListener storeMeters(MeterRegistry registry) {
        return new StoreMeters(registry);
    }

    /** Runs what blocks, each on a virtual thread of its own. */
    @Bean(destroyMethod = "close")
    RelayExecutor relayExecutor() {
        return new RelayExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean(destroyMethod = "close")
    BatchingWriter relayReportWriter(Store store, BatchListener storeMeters) {
        return new BatchingWriter(store.deciding(CollectionNames.REPORTS), Backlog.USUAL, storeMeters);
    }

    @Bean(destroyMethod = "close")
    BatchingWriter runnerWriter(Store store, BatchListener storeMeters) {
        return new BatchingWriter(store.deciding(CollectionNames.RUNNERS), Backlog.USUAL, storeMeters);
    }

    @Bean
    StartReports startReports(BatchingWriter relayReportWriter, Store store, RelayId relay) {
        return new MongoStartReports(relayReportWriter, store.deciding(CollectionNames.REPORTS), relay, WALL_CLOCK);
    }

    @Bean
    EndReports endReports(BatchingWriter relayReportWriter) {
        return new MongoEndReports(relayReportWriter, WALL_CLOCK);
    }

    @Bean
    Beats beats(BatchingWriter runnerWriter, RelayId relay, Conditions conditions) {
        return new Beats(new MongoBeatStore(runnerWriter, relay, conditions::take));
    }

    @Bean
    LiveAttempts liveAttempts(Store store) {
        return new MongoLiveAttempts(store.deciding(CollectionNames.TASKS));
    }

    @Bean
    SlotRecords slotRecords(LiveAttempts attempts, Store store, RelayExecutor blocking) {
        return new MongoSlotRecords(attempts, store, blocking);
    }

    @Bean
    AttemptDirectory attemptDirectory(Store store, RelayExecutor blocking) {
        return new MongoAttemptDirectory(store, blocking);
    }

    @Bean
    RelayRecords relayRecords(Store store) {
        return new MongoRelayRecords(store);
    }

    @Bean
    RunnerStore runnerStore(Store store) {
        return new MongoRunnerStore(store.deciding(CollectionNames.RUNNERS));
    }

    @Bean
    PoolNames poolNames(Store store) {
        return new MongoPoolNames(store.deciding(CollectionNames.POOLS));
    }

    @Bean
    RegistrationTokens registrationTokens(Store store, StoreClock clock) {
        return new MongoRegistrationTokens(
                store.deciding(CollectionNames.TOKENS), () -> clock.now().map(StoreClock.Reading::instant));
    }

    /** An executor of the relay's own, so that no other bean of the context's is taken for it. */
    record RelayExecutor(ExecutorService threads) implements Executor, AutoCloseable {
        @Override
        public void execute(Runnable command) {
            threads.execute(command);
        }

        @Override
        public void close() {
            threads.shutdown();
        }
    }
}
