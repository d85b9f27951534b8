package io.signalbox.gateway.config.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.adapter.metrics.CountedRefusals;
import io.signalbox.gateway.adapter.mongo.refusal.MongoRefusalStore;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.gateway.relay.refusal.ShownRefusals;
import io.signalbox.model.store.CollectionNames;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the relay refuses: counted, and kept for the timelines. */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

    @Bean(destroyMethod = "close")
    BatchingWriter refusalWriter(Store store, BatchListener storeMeters) {
        return new BatchingWriter(store.deciding(CollectionNames.REFUSALS), Backlog.USUAL, storeMeters);
    }

    @Bean
    RefusalStore refusalStore(Store store, BatchingWriter refusalWriter) {
        return new MongoRefusalStore(store.leaving(CollectionNames.REFUSALS), refusalWriter);
    }

    @Bean
    ShownRefusals refusals(
            MeterRegistry registry, RefusalStore store, AttemptDirectory directory, InstantSource storeTime) {
        return new ShownRefusals(new CountedRefusals(registry), store, directory, storeTime);
    }

    @Bean
    RefusalDuty refusalDuty(ShownRefusals refusals) {
        return new RefusalDuty(refusals);
    }
}
