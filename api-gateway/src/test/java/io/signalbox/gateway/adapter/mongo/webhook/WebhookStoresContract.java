package io.signalbox.gateway.adapter.mongo.webhook;

import static io.signalbox.gateway.webhook.delivery.Deliveries.NOW;
import static io.signalbox.gateway.webhook.delivery.Deliveries.WEBHOOK;
import static io.signalbox.gateway.webhook.delivery.Deliveries.about;
import static io.signalbox.gateway.webhook.delivery.Deliveries.failedAt;
import static io.signalbox.gateway.webhook.delivery.Deliveries.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.secret.Sealed;
import io.signalbox.gateway.secret.SealedValues;
import io.signalbox.gateway.webhook.Standing;
import io.signalbox.gateway.webhook.SwitchedOff;
import io.signalbox.gateway.webhook.Target;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.delivery.Delivery;
import io.signalbox.gateway.webhook.lease.LeaseStore.Lease;
import io.signalbox.model.id.ProjectName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every store of webhooks keeps, whatever it is made of. */
public interface WebhookStoresContract {
    WebhookId OTHER = new WebhookId("wh_00000000000000000002");

    /** An empty store. */
    Store store();

    @Test
    default void webhookIsReadAsItWasStored() {
        MongoWebhookStore webhooks = new MongoWebhookStore(store());
        Webhook webhook = webhook();
        webhooks.insert(webhook);
        assertThat(webhooks.find(WEBHOOK)).contains(webhook);
        assertThat(webhooks.all()).containsExactly(webhook);
        webhooks.remove(WEBHOOK);
        assertThat(webhooks.find(WEBHOOK)).isEmpty();
    }

    @Test
    default void webhookIsChangedOnlyAsItWasSeen() {
        MongoWebhookStore webhooks = new MongoWebhookStore(store());
        webhooks.insert(webhook());
        Webhook changed = new Webhook(
                WEBHOOK,
                ProjectName.DEFAULT,
                new Target("other", URI.create("https://other.example/"), List.of()),
                webhook().secret(),
                webhook().begin(),
                Standing.FRESH,
                1);
        assertThat(webhooks.change(changed, 0)).isTrue();
        assertThat(webhooks.change(changed, 0)).isFalse();
        assertThat(webhooks.find(WEBHOOK)).contains(changed);
    }

    @Test
    default void secretThatWasSealedAnewIsNotSetBackByAnEdit() {
        MongoWebhookStore webhooks = new MongoWebhookStore(store());
        webhooks.insert(webhook());
        SealedValues secrets = MongoWebhookStore.secrets(store());
        SealedValues.Value read = secrets.notUnder("new", "", 9).getFirst();
        assertThat(read.sealed()).isEqualTo(webhook().secret());
        assertThat(secrets.replace(read, new Sealed("new", "sealed"))).isTrue();
        assertThat(webhooks.change(webhook(), 0)).isTrue();
        assertThat(webhooks.find(WEBHOOK).orElseThrow().secret()).isEqualTo(new Sealed("new", "sealed"));
    }

    @Test
    default void failingSinceTheFirstFailureUntilSomethingIsDelivered() {
        MongoWebhookStore webhooks = new MongoWebhookStore(store());
        webhooks.insert(webhook());
        webhooks.failed(WEBHOOK, NOW);
        webhooks.failed(WEBHOOK, NOW.plusSeconds(9));
        assertThat(standing(webhooks).failingSince()).contains(NOW);
        webhooks.delivered(WEBHOOK, NOW.plusSeconds(10));
        assertThat(standing(webhooks))
                .isEqualTo(new Standing(Optional.empty(), Optional.of(NOW.plusSeconds(10)), Optional.empty()));
    }

    @Test
    default void webhookIsSwitchedOffOnceAndWhoEditsItFindsOut() {
        MongoWebhookStore webhooks = new MongoWebhookStore(store());
        webhooks.insert(webhook());
        SwitchedOff off = new SwitchedOff(NOW, SwitchedOff.Cause.FAILING, 7);
        assertThat(webhooks.switchOff(WEBHOOK, off)).isTrue();
        assertThat(webhooks.switchOff(WEBHOOK, new SwitchedOff(NOW, SwitchedOff.Cause.GONE, 9)))
                .isFalse();
        assertThat(standing(webhooks).off()).contains(off);
        assertThat(webhooks.change(webhook(), 0)).isFalse();
    }

    @Test
    default void deliveryIsStoredOnceAndChangedByWhoTriedItLast() {
        MongoDeliveryStore deliveries = new MongoDeliveryStore(store());
        Delivery first = about("a", 1);
        Delivery failed = failedAt(first, NOW);
        deliveries.add(List.of(first, about("a", 2)));
        assertThat(deliveries.change(failed, 0)).isTrue();
        deliveries.add(List.of(first, about("b", 3)));
        assertThat(deliveries.change(failed, 0)).isFalse();
        assertThat(deliveries.window(WEBHOOK, 9)).containsExactly(failed, about("a", 2), about("b", 3));
        assertThat(deliveries.find(WEBHOOK, first.id())).contains(failed);
        assertThat(deliveries.find(OTHER, first.id())).isEmpty();
    }

    @Test
    default void whatIsDueIsFoundByItsWebhook() {
        MongoDeliveryStore deliveries = new MongoDeliveryStore(store());
        deliveries.add(List.of(about("a", 1), about(OTHER, "a", 1)));
        assertThat(deliveries.due(NOW)).containsExactlyInAnyOrder(WEBHOOK, OTHER);
        assertThat(deliveries.due(NOW.minusMillis(1))).isEmpty();
        deliveries.change(taken(about("a", 1)), 0);
        assertThat(deliveries.due(NOW)).containsExactly(OTHER);
        assertThat(deliveries.pending(WEBHOOK, 9)).isZero();
        assertThat(deliveries.pending(OTHER, 9)).isEqualTo(1);
    }

    @Test
    default void deliveriesOfAWebhookAreShownFromTheNewestOnAndForgottenWithIt() {
        MongoDeliveryStore deliveries = new MongoDeliveryStore(store());
        deliveries.add(List.of(about("a", 1), about("a", 2), about("a", 30), about(OTHER, "a", 2)));
        List<Delivery> newest = deliveries.newest(WEBHOOK, Optional.empty(), 2);
        assertThat(newest).containsExactly(about("a", 30), about("a", 2));
        assertThat(deliveries.newest(WEBHOOK, Optional.of(newest.getLast().id()), 2))
                .containsExactly(about("a", 1));
        deliveries.removeOf(WEBHOOK);
        assertThat(deliveries.newest(WEBHOOK, Optional.empty(), 2)).isEmpty();
        assertThat(deliveries.newest(OTHER, Optional.empty(), 2)).hasSize(1);
    }

    @Test
    default void onlyWhatIsSettledIsForgotten() {
        MongoDeliveryStore deliveries = new MongoDeliveryStore(store());
        deliveries.add(List.of(about("a", 1), about("b", 2), about("c", 3)));
        deliveries.change(taken(about("a", 1)), 0);
        deliveries.change(taken(about("b", 2)), 0);
        assertThat(deliveries.removeBefore(NOW, 9)).isZero();
        assertThat(deliveries.removeBefore(NOW.plus(Duration.ofDays(7)), 1)).isEqualTo(1);
        assertThat(deliveries.removeBefore(NOW.plus(Duration.ofDays(7)), 9)).isEqualTo(1);
        assertThat(deliveries.window(WEBHOOK, 9)).containsExactly(about("c", 3));
    }

    @Test
    default void placeInTheFeedGoesOnAndItsLeaseIsChangedOnlyAsItWasSeen() {
        MongoFeedPlace place = new MongoFeedPlace(store());
        assertThat(place.read()).isEmpty();
        place.passed(7);
        place.passed(3);
        assertThat(place.read()).isEqualTo(OptionalLong.of(7));
        Lease free = place.lease();
        assertThat(place.change(free, new Lease("one", 1))).isTrue();
        assertThat(place.change(free, new Lease("other", 1))).isFalse();
        assertThat(place.lease()).isEqualTo(new Lease("one", 1));
        assertThat(place.read()).isEqualTo(OptionalLong.of(7));
    }

    private static Standing standing(MongoWebhookStore webhooks) {
        return webhooks.find(WEBHOOK).orElseThrow().standing();
    }

    private static Webhook webhook() {
        return new Webhook(
                WEBHOOK,
                ProjectName.DEFAULT,
                new Target("hook", URI.create("https://example.com/hook?a=b"), List.of("task.passed")),
                new Sealed("key", "value"),
                new Webhook.Begin(NOW, 4),
                Standing.FRESH,
                0);
    }
}
