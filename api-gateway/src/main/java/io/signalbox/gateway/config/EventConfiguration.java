package io.signalbox.gateway.config;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.event.MongoEventStore;
import io.signalbox.gateway.event.EventController;
import io.signalbox.gateway.event.EventStore;
import io.signalbox.gateway.event.FeedBell;
import io.signalbox.gateway.event.ReadFeed;
import io.signalbox.gateway.event.TimelineController;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.gateway.task.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of events, and the timelines of tasks. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    EventStore feedStore(Store store) {
        return new MongoEventStore(store);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    FeedBell feedBell(MessageBus bus) {
        return new FeedBell(bus);
    }

    @Bean
    EventController eventController(EventStore store, FeedBell bell) {
        return new EventController(new ReadFeed(store, bell, System::nanoTime), ApiJson.mapper());
    }

    @Bean
    TimelineController timelineController(Tasks tasks, EventStore store, RefusalStore refusals) {
        return new TimelineController(tasks, store, refusals);
    }
}
