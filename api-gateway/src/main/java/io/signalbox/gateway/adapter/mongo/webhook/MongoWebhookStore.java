package io.signalbox.gateway.adapter.mongo.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.signalbox.gateway.adapter.mongo.webhook.WebhookDocument.CREATED_AT;
import static io.signalbox.gateway.adapter.mongo.webhook.WebhookDocument.DELIVERED_AT;
import static io.signalbox.gateway.adapter.mongo.webhook.WebhookDocument.FAILING_SINCE;
import static io.signalbox.gateway.adapter.mongo.webhook.WebhookDocument.ID;
import static io.signalbox.gateway.adapter.mongo.webhook.WebhookDocument.OFF;
import static io.signalbox.gateway.adapter.mongo.webhook.WebhookDocument.VERSION;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.adapter.mongo.secret.MongoSealedValues;
import io.signalbox.gateway.secret.SealedValues;
import io.signalbox.gateway.webhook.SwitchedOff;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.WebhookStore;
import io.signalbox.model.store.CollectionNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Webhooks in {@code webhooks}, in the form of {@link WebhookDocument}. What people set is changed under the guard of its version; how it
 * stands with the receiver, by single fields.
 */
public final class MongoWebhookStore implements WebhookStore {
    private final MongoCollection<Document> shown;
    private final MongoCollection<Document> webhooks;

    /** Uses the collection {@code webhooks} of {@code store}. */
    public MongoWebhookStore(Store store) {
        this.shown = store.leaving(CollectionNames.WEBHOOKS);
        this.webhooks = store.deciding(CollectionNames.WEBHOOKS);
    }

    /** Their secrets alone, to be sealed anew. */
    public static SealedValues secrets(Store store) {
        return new MongoSealedValues(
                store.deciding(CollectionNames.WEBHOOKS),
                WebhookDocument.KEY,
                WebhookDocument.SECRET,
                id -> Webhook.place(new WebhookId(id)));
    }

    @Override
    public List<Webhook> all() {
        return StoreCall.read(() -> shown.find()
                .sort(Sorts.descending(CREATED_AT, ID))
                .map(WebhookDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Webhook> find(WebhookId id) {
        return StoreCall.read(() -> Optional.ofNullable(shown.find(is(id)).first()))
                .map(WebhookDocument::read);
    }

    @Override
    public void insert(Webhook webhook) {
        StoreCall.write(() -> Inserts.ifAbsent(webhooks, WebhookDocument.of(webhook)));
    }

    @Override
    public boolean change(Webhook webhook, long before) {
        Bson known = and(is(webhook.id()), eq(VERSION, before));
        return StoreCall.write(() ->
                webhooks.updateOne(known, WebhookDocument.settings(webhook)).getMatchedCount() > 0);
    }

    @Override
    public void remove(WebhookId id) {
        StoreCall.write(() -> webhooks.deleteOne(is(id)));
    }

    @Override
    public void delivered(WebhookId id, Instant at) {
        StoreCall.write(() ->
                webhooks.updateOne(is(id), combine(set(DELIVERED_AT, Date.from(at)), unset(FAILING_SINCE))));
    }

    @Override
    public void failed(WebhookId id, Instant at) {
        StoreCall.write(
                () -> webhooks.updateOne(and(is(id), exists(FAILING_SINCE, false)), set(FAILING_SINCE, Date.from(at))));
    }

    @Override
    public boolean switchOff(WebhookId id, SwitchedOff off) {
        return StoreCall.write(() -> webhooks.updateOne(
                                and(is(id), exists(OFF, false)),
                                combine(set(OFF, WebhookDocument.off(off)), inc(VERSION, 1L)))
                        .getModifiedCount()
                > 0);
    }

    private static Bson is(WebhookId id) {
        return eq(ID, id.value());
    }
}
