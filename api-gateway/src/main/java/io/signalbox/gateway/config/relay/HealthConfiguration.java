package io.signalbox.gateway.config.relay;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.adapter.mongo.health.MongoHealthHistory;
import io.signalbox.gateway.adapter.mongo.health.ThinHealth;
import io.signalbox.gateway.adapter.mongo.relay.MongoConditionStore;
import io.signalbox.gateway.relay.condition.Conditions;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.runner.health.HealthController;
import io.signalbox.gateway.runner.health.HealthHistory;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.store.CollectionNames;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runners say of themselves: written in bulks, kept as a history, shown. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean(destroyMethod = "close")
    BatchingWriter healthWriter(Store store, BatchListener storeMeters) {
        return new BatchingWriter(store.deciding(CollectionNames.RUNNER_HEALTH), Backlog.USUAL, storeMeters);
    }

    @Bean
    HealthHistory healthHistory(Store store, BatchingWriter healthWriter, InstantSource storeTime) {
        return new MongoHealthHistory(store.leaving(CollectionNames.RUNNER_HEALTH), healthWriter, storeTime);
    }

    @Bean
    Conditions conditions(BatchingWriter runnerWriter, RelayId relay, HealthHistory history) {
        return new Conditions(new MongoConditionStore(runnerWriter, relay), history);
    }

    @Bean
    HealthDuties healthDuties(Conditions conditions, Store store, StoreClock clock) {
        return new HealthDuties(
                conditions,
                new ThinHealth(
                        store.deciding(CollectionNames.RUNNER_HEALTH),
                        () -> clock.now().map(StoreClock.Reading::instant)));
    }

    @Bean
    HealthController healthController(RunnerStore runners, HealthHistory history) {
        return new HealthController(runners, history);
    }
}
