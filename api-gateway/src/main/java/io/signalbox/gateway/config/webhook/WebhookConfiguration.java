package io.signalbox.gateway.config.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.metrics.CountedReceiver;
import io.signalbox.gateway.adapter.mongo.webhook.MongoDeliveryStore;
import io.signalbox.gateway.adapter.mongo.webhook.MongoFeedPlace;
import io.signalbox.gateway.adapter.mongo.webhook.MongoWebhookStore;
import io.signalbox.gateway.adapter.webhook.HttpReceiver;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.event.EventStore;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.secret.KeyRing;
import io.signalbox.gateway.webhook.AddressRule;
import io.signalbox.gateway.webhook.WebhookStore;
import io.signalbox.gateway.webhook.Webhooks;
import io.signalbox.gateway.webhook.delivery.DeliveryLog;
import io.signalbox.gateway.webhook.delivery.DeliveryStore;
import io.signalbox.gateway.webhook.delivery.QueueEvents;
import io.signalbox.gateway.webhook.delivery.Receivers;
import io.signalbox.gateway.webhook.http.DeliveryController;
import io.signalbox.gateway.webhook.http.WebhookController;
import io.signalbox.gateway.webhook.lease.HoldLease;
import io.signalbox.gateway.webhook.sending.DeliverAll;
import io.signalbox.gateway.webhook.sending.DeliverDue;
import io.signalbox.gateway.webhook.sending.Receiver;
import io.signalbox.model.id.RelayId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Webhooks: what people say of them, and their deliveries. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookConfiguration {
    private final SecureRandom random = new SecureRandom();

    @Bean
    WebhookStore webhookStore(Store store) {
        return new MongoWebhookStore(store);
    }

    @Bean
    DeliveryStore deliveryStore(Store store) {
        return new MongoDeliveryStore(store);
    }

    @Bean
    Webhooks webhooks(
            WebhookStore webhooks, EventStore feed, KeyRing keys, InstantSource storeTime, WebhookSettings settings) {
        return new Webhooks(webhooks, feed, keys, storeTime, settings.schemes());
    }

    @Bean
    DeliveryLog deliveryLog(DeliveryStore deliveries, EventStore feed, InstantSource storeTime) {
        return new DeliveryLog(deliveries, feed, storeTime, () -> HexFormat.of().toHexDigits(random.nextInt()));
    }

    @Bean
    WebhookController webhookController(JsonBody json, Webhooks webhooks, DeliveryLog log) {
        return new WebhookController(json, webhooks, log, random);
    }

    @Bean
    DeliveryController deliveryController(Webhooks webhooks, DeliveryLog log) {
        return new DeliveryController(webhooks, log);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService webhookThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("webhook-", 0).factory());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    HttpReceiver httpReceiver(WebhookSettings settings, ExecutorService webhookThreads) {
        return new HttpReceiver(new AddressRule(settings.allowed()), webhookThreads);
    }

    @Bean
    @Primary
    Receiver countedReceiver(HttpReceiver http, MeterRegistry registry) {
        return new CountedReceiver(http, registry);
    }

    @Bean
    MongoFeedPlace webhookPlace(Store store) {
        return new MongoFeedPlace(store);
    }

    @Bean
    Receivers receivers(WebhookStore webhooks, AuditLog audit, InstantSource storeTime, MongoFeedPlace place) {
        return new Receivers(webhooks, audit, storeTime, () -> place.read().orElse(EventStore.START));
    }

    @Bean
    WebhookDuties webhookDuties(
            WebhookStore store,
            DeliveryStore deliveries,
            EventStore feed,
            MongoFeedPlace place,
            Receivers receivers,
            Webhooks webhooks,
            Receiver receiver,
            RelayId self,
            InstantSource storeTime,
            ExecutorService webhookThreads) {
        HoldLease lease = new HoldLease(place, self.value(), System::nanoTime);
        DeliverDue due = new DeliverDue(
                webhooks,
                deliveries,
                receivers,
                receiver,
                new DeliverDue.Surroundings(
                        storeTime, () -> ThreadLocalRandom.current().nextDouble(), webhookThreads));
        DeliverAll all = new DeliverAll(store, deliveries, due, lease, storeTime, webhookThreads);
        QueueEvents queue = new QueueEvents(feed, place, store, deliveries, receivers, storeTime);
        return new WebhookDuties(lease, queue, all, deliveries, storeTime);
    }
}
