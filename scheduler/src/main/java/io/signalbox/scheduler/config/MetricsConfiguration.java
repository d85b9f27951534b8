package io.signalbox.scheduler.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.scheduler.adapter.micrometer.MeterBus;
import io.signalbox.scheduler.adapter.micrometer.MeterCensus;
import io.signalbox.scheduler.adapter.micrometer.MeterLoop;
import io.signalbox.scheduler.adapter.mongo.MongoTaskCensus;
import io.signalbox.scheduler.loop.Surroundings;
import io.signalbox.scheduler.loop.census.TakeCensus;
import io.signalbox.scheduler.loop.leadership.LeadershipDuty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduler's metrics. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    MeterLoop meterLoop(MeterRegistry registry) {
        return new MeterLoop(registry);
    }

    @Bean
    BusListener meterBus(MeterRegistry registry) {
        return new MeterBus(registry);
    }

    @Bean(initMethod = "start")
    TakeCensus takeCensus(Store store, LeadershipDuty leadership, Surroundings surroundings, MeterRegistry registry) {
        var shown = new MeterCensus(registry);
        return new TakeCensus(
                new MongoTaskCensus(store),
                leadership::isLeading,
                census -> shown.show(census, surroundings.time().now().stamp()));
    }
}
