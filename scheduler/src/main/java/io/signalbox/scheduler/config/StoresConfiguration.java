package io.signalbox.scheduler.config;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.scheduler.adapter.mongo.MongoLeadershipStore;
import io.signalbox.scheduler.adapter.mongo.MongoRefusals;
import io.signalbox.scheduler.adapter.mongo.MongoReportStore;
import io.signalbox.scheduler.adapter.mongo.MongoRunnerStateStore;
import io.signalbox.scheduler.adapter.mongo.MongoTaskStore;
import io.signalbox.scheduler.adapter.mongo.event.MongoEventStore;
import io.signalbox.scheduler.adapter.mongo.event.MongoOutboxStore;
import io.signalbox.scheduler.adapter.mongo.fleet.MongoFleetReader;
import io.signalbox.scheduler.adapter.mongo.purge.MongoOldEvents;
import io.signalbox.scheduler.adapter.mongo.purge.MongoPurgeStore;
import io.signalbox.scheduler.loop.Stores;
import io.signalbox.scheduler.loop.leadership.LeadershipStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything durable, on MongoDB. */
@Configuration(proxyBeanMethods = false)
class StoresConfiguration {

    @Bean
    LeadershipStore leadershipStore(Store store) {
        return new MongoLeadershipStore(store);
    }

    @Bean
    Stores schedulerStores(Store store) {
        return new Stores(
                new MongoTaskStore(store),
                new MongoOutboxStore(store, MongoOutboxStore.Owner.TASK),
                new MongoRefusals(store),
                new MongoReportStore(store),
                new MongoEventStore(store),
                new MongoFleetReader(store),
                new MongoRunnerStateStore(store),
                new MongoOutboxStore(store, MongoOutboxStore.Owner.RUNNER),
                new MongoPurgeStore(store),
                new MongoOldEvents(store));
    }
}
