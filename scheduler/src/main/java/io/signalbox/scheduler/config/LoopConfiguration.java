package io.signalbox.scheduler.config;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.scheduler.loop.Lead;
import io.signalbox.scheduler.loop.Stores;
import io.signalbox.scheduler.loop.Surroundings;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.leadership.LeadOrFollow;
import io.signalbox.scheduler.loop.leadership.LeadershipDuty;
import io.signalbox.scheduler.loop.leadership.LeadershipStore;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.loop.outside.ExchangeHints;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leadership, and what a leader does. */
@Configuration(proxyBeanMethods = false)
class LoopConfiguration {

    /** Names this run of this process: no other, and no earlier run, has it. */
    record SchedulerName(String value) {}

    @Bean
    SchedulerName schedulerName() {
        return new SchedulerName("s-" + UUID.randomUUID());
    }

    @Bean
    Surroundings schedulerSurroundings(
            Stores stores,
            MessageBus bus,
            StoreClock clock,
            Store store,
            LoopListener listener,
            RetentionProperties retention) {
        var time = new TellTime(
                System::nanoTime, () -> clock.now().map(StoreClock.Reading::instant), InstantSource.system());
        return new Surroundings(stores, bus, time, () -> prepare(clock, store), listener, retention.events());
    }

    @Bean
    LeadershipDuty leadershipDuty(
            SchedulerName self, LeadershipStore store, LeadershipProperties properties, Surroundings surroundings) {
        return new LeadershipDuty(
                new LeadOrFollow(self.value(), store, properties.times(), System::nanoTime, new Lead(surroundings)));
    }

    @Bean
    ExchangeHints exchangeHints(MessageBus bus, SchedulerName self, LeadershipDuty leadership) {
        return new ExchangeHints(bus, self.value(), leadership::hinted);
    }

    private static void prepare(StoreClock clock, Store store) {
        StoreSchema.ensure(store);
        clock.measure();
    }
}
