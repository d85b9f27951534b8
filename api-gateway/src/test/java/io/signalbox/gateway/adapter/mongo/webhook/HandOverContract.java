package io.signalbox.gateway.adapter.mongo.webhook;

import static io.signalbox.gateway.webhook.delivery.Deliveries.NOW;
import static io.signalbox.gateway.webhook.delivery.Deliveries.WEBHOOK;
import static io.signalbox.gateway.webhook.delivery.Deliveries.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.audit.MongoAuditStore;
import io.signalbox.gateway.adapter.mongo.event.MongoEventStore;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.secret.KeyRing;
import io.signalbox.gateway.secret.MasterKey;
import io.signalbox.gateway.webhook.SwitchedOff.Cause;
import io.signalbox.gateway.webhook.WantedWebhook;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.WebhookSecret;
import io.signalbox.gateway.webhook.Webhooks;
import io.signalbox.gateway.webhook.delivery.Delivery;
import io.signalbox.gateway.webhook.delivery.FeedPlace;
import io.signalbox.gateway.webhook.delivery.Outcome;
import io.signalbox.gateway.webhook.delivery.QueueEvents;
import io.signalbox.gateway.webhook.delivery.Receivers;
import io.signalbox.gateway.webhook.lease.HoldLease;
import io.signalbox.gateway.webhook.sending.DeliverAll;
import io.signalbox.gateway.webhook.sending.DeliverDue;
import io.signalbox.gateway.webhook.sending.Receiver;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.store.CollectionNames;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Gateways that deliver one after the other over one store, each of which dies somewhere: every event is told, in the order of its task. */
public interface HandOverContract {

    /** An empty store. */
    Store store();

    @Test
    default void eventsAreQueuedOnceWhereverTheGatewayBeforeDied() {
        Gateway first = new Gateway(store(), parcel -> new Outcome.Answered(204));
        first.hook();
        append(1, 20);
        FeedPlace dying = new FeedPlace() {
            @Override
            public OptionalLong read() {
                return OptionalLong.of(0);
            }

            @Override
            public void passed(long sequence) {
                throw new Died();
            }
        };
        assertThatThrownBy(() -> first.queue(dying).run()).isInstanceOf(Died.class);

        Gateway second = new Gateway(store(), parcel -> new Outcome.Answered(204));
        second.queue(second.place).run();
        assertThat(second.deliveries.window(WEBHOOK, 99)).hasSize(20);
        assertThat(second.place.read()).isEqualTo(OptionalLong.of(20));
        assertThat(second.queue(second.place).run()).isFalse();
        assertThat(second.deliveries.window(WEBHOOK, 99)).hasSize(20);
    }

    @Test
    default void feedThatNobodyIsToldOfIsPassedOnceAndThenLeftAlone() {
        Gateway gateway = new Gateway(store(), parcel -> new Outcome.Answered(204));
        append(1, 3);
        List<Long> passed = new ArrayList<>(List.of(0L));
        FeedPlace place = new FeedPlace() {
            @Override
            public OptionalLong read() {
                return OptionalLong.of(passed.getLast());
            }

            @Override
            public void passed(long sequence) {
                passed.add(sequence);
            }
        };
        gateway.queue(place).run();
        gateway.queue(place).run();

        assertThat(passed).containsExactly(0L, 3L);
    }

    @Test
    default void everyEventIsToldByOneGatewayOrTheNextUnderTheSameId() {
        List<String> told = new ArrayList<>();
        Gateway first = new Gateway(store(), parcel -> {
            told.add(parcel.id());
            if (told.size() == 5) {
                throw new Died();
            }
            return new Outcome.Answered(204);
        });
        Webhook webhook = first.hook();
        append(1, 12);
        first.queue(first.place).run();
        assertThatThrownBy(() -> first.deliverAll(webhook)).hasRootCauseInstanceOf(Died.class);

        Gateway second = new Gateway(store(), parcel -> {
            told.add(parcel.id());
            return new Outcome.Answered(204);
        });
        second.deliverAll(webhook);
        List<String> ids = LongStream.rangeClosed(1, 12)
                .mapToObj(sequence -> WEBHOOK + "-%016d".formatted(sequence))
                .toList();
        assertThat(told).containsAll(ids).hasSizeBetween(13, 21);
        assertThat(told.stream().distinct().toList()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(second.deliveries.pending(WEBHOOK, 99)).isZero();
        assertThat(LongStream.range(0, 3))
                .allSatisfy(task -> assertThat(told.stream()
                                .filter(id -> Long.parseLong(id.substring(id.length() - 16)) % 3 == task)
                                .distinct())
                        .isSorted());
    }

    @Test
    default void receiverThatFailsForADayIsSwitchedOffAndAuditedAndTakesNothingMore() {
        Gateway gateway = new Gateway(store(), parcel -> new Outcome.Unanswered("it could not be connected to"));
        Webhook webhook = gateway.hook();
        append(1, 3);
        gateway.queue(gateway.place).run();
        Instant end = NOW.plus(Duration.ofHours(25));
        while (gateway.webhooks.find(WEBHOOK).orElseThrow().isOn()) {
            assertThat(gateway.now.get()).isBefore(end);
            gateway.due.run(gateway.webhooks.find(WEBHOOK).orElseThrow());
            gateway.now.updateAndGet(now -> now.plusSeconds(600));
        }
        Webhook off = gateway.webhooks.find(WEBHOOK).orElseThrow();
        assertThat(off.standing().off().orElseThrow().cause()).isEqualTo(Cause.FAILING);
        assertThat(off.standing().off().orElseThrow().after()).isEqualTo(3);
        assertThat(gateway.now.get()).isAfter(NOW.plus(Duration.ofHours(23)));
        append(4, 6);
        gateway.queue(gateway.place).run();
        assertThat(gateway.deliveries.newest(WEBHOOK, Optional.empty(), 99))
                .hasSize(3)
                .allMatch(delivery -> delivery.count() > 5);
        Awaitility.await().until(() -> gateway.audit.last().isPresent());
        assertThat(gateway.audit.last().orElseThrow().fact().action()).isEqualTo("webhook.switch_off");
        assertThat(webhook.isOn()).isTrue();
    }

    @Test
    default void receiverThatFailsIsNotAskedInARowHoweverMuchWaitsForIt() {
        AtomicInteger asked = new AtomicInteger();
        Gateway gateway = new Gateway(store(), parcel -> {
            asked.incrementAndGet();
            return new Outcome.Answered(500);
        });
        DeliverAll all = gateway.owing(50);
        all.run();
        all.run();
        assertThat(asked).as("some at once, and one to see whether it goes on").hasValue(9);
        gateway.now.updateAndGet(now -> now.plusSeconds(5));
        all.run();
        assertThat(asked).hasValue(10);
    }

    @Test
    default void receiverThatAsksForAPauseIsLeftAloneForAsLong() {
        AtomicInteger asked = new AtomicInteger();
        Gateway gateway = new Gateway(store(), parcel -> {
            asked.incrementAndGet();
            return new Outcome.Answered(429, Duration.ofMinutes(2));
        });
        DeliverAll all = gateway.owing(50);
        all.run();
        gateway.now.updateAndGet(now -> now.plusSeconds(119));
        all.run();
        assertThat(asked).as("those that were under way at once").hasValue(8);
        gateway.now.updateAndGet(now -> now.plusSeconds(1));
        all.run();
        assertThat(asked).hasValue(9);
    }

    @Test
    default void whatFailsOnThisSideIsNotTriedInARow() {
        AtomicInteger asked = new AtomicInteger();
        Gateway gateway = new Gateway(store(), parcel -> {
            asked.incrementAndGet();
            throw new Died();
        });
        gateway.hook();
        append(1, 1);
        gateway.queue(gateway.place).run();
        DeliverAll all = gateway.all(Runnable::run);
        all.run();
        all.run();
        assertThat(asked).hasValue(1);
        gateway.now.updateAndGet(now -> now.plusSeconds(5));
        all.run();
        assertThat(asked).hasValue(2);
    }

    @Test
    default void feedIsPassedOverUnreadWhereNobodyIsToBeTold() {
        Gateway gateway = new Gateway(store(), parcel -> new Outcome.Answered(204));
        assertThat(gateway.place.read()).isEmpty();
        gateway.place.passed(0);
        append(1, 600);
        assertThat(gateway.queue(gateway.place).run()).isFalse();
        assertThat(gateway.place.read()).isEqualTo(OptionalLong.of(600));
        gateway.hook();
        append(601, 601);
        gateway.queue(gateway.place).run();
        assertThat(gateway.deliveries.window(WEBHOOK, 9)).hasSize(1);
    }

    @Test
    default void receiverThatSaysThatItIsGoneIsSwitchedOffAtOnce() {
        Gateway gateway = new Gateway(store(), parcel -> new Outcome.Answered(410));
        Webhook webhook = gateway.hook();
        append(1, 1);
        gateway.queue(gateway.place).run();
        gateway.due.run(webhook);
        assertThat(gateway.webhooks
                        .find(WEBHOOK)
                        .orElseThrow()
                        .standing()
                        .off()
                        .orElseThrow()
                        .cause())
                .isEqualTo(Cause.GONE);
    }

    @Test
    default void receiverThatLagsTooFarIsSwitchedOff() {
        Gateway gateway = new Gateway(store(), parcel -> new Outcome.Answered(500));
        gateway.hook();
        List<Delivery> many = LongStream.range(0, 10_000)
                .mapToObj(sequence -> about("t", sequence))
                .toList();
        gateway.deliveries.add(many);
        append(10_001, 10_001);
        gateway.queue(gateway.place).run();
        assertThat(gateway.webhooks
                        .find(WEBHOOK)
                        .orElseThrow()
                        .standing()
                        .off()
                        .orElseThrow()
                        .cause())
                .isEqualTo(Cause.BACKLOG);
        assertThat(gateway.deliveries.pending(WEBHOOK, 99_999)).isEqualTo(10_000);
    }

    @Test
    default void receiverThatHangsDelaysNoOther() {
        WebhookId other = new WebhookId("wh_00000000000000000002");
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch hanging = new CountDownLatch(1);
        Gateway gateway = new Gateway(store(), parcel -> {
            if (parcel.url().getHost().equals("hangs.example")) {
                Awaitility.await().until(() -> hanging.getCount() == 0);
            }
            told.add(parcel.id());
            return new Outcome.Answered(204);
        });
        gateway.hook(other, "https://hangs.example/");
        gateway.hook();
        append(1, 3);
        gateway.queue(gateway.place).run();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            gateway.all(threads).run();
            Awaitility.await().until(() -> told.size() == 3);
            assertThat(told).allMatch(id -> id.startsWith(WEBHOOK.value()));
            assertThat(gateway.deliveries.pending(other, 9)).isEqualTo(3);
            hanging.countDown();
        }
        assertThat(gateway.deliveries.pending(other, 9)).isZero();
    }

    private void append(long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(sequence -> store().deciding(CollectionNames.EVENTS)
                        .insertOne(new Document("_id", sequence)
                                .append("key", "k:" + sequence)
                                .append("type", "task.passed")
                                .append("project", ProjectName.DEFAULT.value())
                                .append("task", "00000000-0000-7000-8000-00000000000" + sequence % 3)
                                .append("at", Date.from(NOW))
                                .append("data", new Document())));
    }

    /** The gateway was killed. */
    final class Died extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    /** All of a gateway that is about webhooks, with a clock of the test. */
    final class Gateway {
        private static final KeyRing KEYS = new KeyRing(key(), List.of());

        private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
        private final MongoWebhookStore webhooks;
        private final MongoDeliveryStore deliveries;
        private final MongoFeedPlace place;
        private final MongoEventStore feed;
        private final MongoAuditStore audit;
        private final Webhooks known;
        private final Receivers receivers;
        private final DeliverDue due;

        Gateway(Store store, Receiver receiver) {
            this.webhooks = new MongoWebhookStore(store);
            this.deliveries = new MongoDeliveryStore(store);
            this.place = new MongoFeedPlace(store);
            this.feed = new MongoEventStore(store);
            this.audit = new MongoAuditStore(store);
            AuditLog log = new AuditLog(audit);
            log.start();
            this.known = new Webhooks(webhooks, feed, KEYS, now::get, List.of("https"));
            this.receivers =
                    new Receivers(webhooks, log, now::get, () -> place.read().orElse(0));
            this.due = new DeliverDue(
                    known,
                    deliveries,
                    receivers,
                    receiver,
                    new DeliverDue.Surroundings(now::get, () -> 0, Runnable::run));
        }

        private static Supplier<MasterKey> key() {
            SecureRandom random = new SecureRandom();
            MasterKey key = MasterKey.of(MasterKey.fresh(random), random);
            return () -> key;
        }

        Webhook hook() {
            return hook(WEBHOOK, "https://example.com/");
        }

        Webhook hook(WebhookId id, String url) {
            WantedWebhook wanted = new WantedWebhook(null, url, null, null);
            return known.make(id, ProjectName.DEFAULT, wanted, WebhookSecret.random(new SecureRandom()));
        }

        QueueEvents queue(FeedPlace from) {
            return new QueueEvents(feed, from, webhooks, deliveries, receivers, now::get);
        }

        /** It has so many deliveries, each about a task of its own. */
        DeliverAll owing(int count) {
            hook();
            deliveries.add(LongStream.range(0, count)
                    .mapToObj(sequence -> about("t" + sequence, sequence))
                    .toList());
            return all(Runnable::run);
        }

        DeliverAll all(Executor threads) {
            HoldLease lease = new HoldLease(place, "self", () -> 0);
            lease.keep();
            return new DeliverAll(webhooks, deliveries, due, lease, now::get, threads);
        }

        void deliverAll(Webhook webhook) {
            int tried = due.run(webhook).tried();
            while (tried > 0) {
                tried = due.run(webhook).tried();
            }
        }
    }
}
