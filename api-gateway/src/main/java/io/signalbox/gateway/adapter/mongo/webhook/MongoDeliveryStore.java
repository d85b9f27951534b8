package io.signalbox.gateway.adapter.mongo.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static io.signalbox.gateway.adapter.mongo.webhook.DeliveryDocument.COUNT;
import static io.signalbox.gateway.adapter.mongo.webhook.DeliveryDocument.CREATED_AT;
import static io.signalbox.gateway.adapter.mongo.webhook.DeliveryDocument.DUE_AT;
import static io.signalbox.gateway.adapter.mongo.webhook.DeliveryDocument.ID;
import static io.signalbox.gateway.adapter.mongo.webhook.DeliveryDocument.STATE;
import static io.signalbox.gateway.adapter.mongo.webhook.DeliveryDocument.WEBHOOK;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.delivery.Delivery;
import io.signalbox.gateway.webhook.delivery.DeliveryStore;
import io.signalbox.model.store.CollectionNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Deliveries in {@code webhook_deliveries}, in the form of {@link DeliveryDocument}. */
public final class MongoDeliveryStore implements DeliveryStore {
    private static final Bson IS_PENDING = eq(STATE, Delivery.State.PENDING.wire());
    private static final List<String> SETTLED = List.of(Delivery.State.DELIVERED.wire(), Delivery.State.FAILED.wire());

    private final MongoCollection<Document> shown;
    private final MongoCollection<Document> deliveries;

    /** Uses the collection {@code webhook_deliveries} of {@code store}. */
    public MongoDeliveryStore(Store store) {
        this.shown = store.leaving(CollectionNames.WEBHOOK_DELIVERIES);
        this.deliveries = store.deciding(CollectionNames.WEBHOOK_DELIVERIES);
    }

    @Override
    public void add(List<Delivery> fresh) {
        List<Document> documents = fresh.stream().map(DeliveryDocument::of).toList();
        StoreCall.write(() -> {
            try {
                return deliveries
                        .insertMany(documents, new InsertManyOptions().ordered(false))
                        .wasAcknowledged();
            } catch (MongoBulkWriteException e) {
                return onlyRepeats(e);
            }
        });
    }

    private static boolean onlyRepeats(MongoBulkWriteException failure) {
        boolean repeats = failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        if (!repeats) {
            throw failure;
        }
        return true;
    }

    @Override
    public int pending(WebhookId webhook, int most) {
        return StoreCall.read(
                () -> (int) deliveries.countDocuments(and(of(webhook), IS_PENDING), new CountOptions().limit(most)));
    }

    @Override
    public Set<WebhookId> due(Instant now) {
        Bson due = and(IS_PENDING, lte(DUE_AT, Date.from(now)));
        return StoreCall.read(
                        () -> deliveries.distinct(WEBHOOK, due, String.class).into(new TreeSet<>()))
                .stream()
                .map(WebhookId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Delivery> window(WebhookId webhook, int most) {
        return StoreCall.read(() -> deliveries
                .find(and(of(webhook), IS_PENDING))
                .sort(Sorts.ascending(ID))
                .limit(most)
                .map(DeliveryDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean change(Delivery delivery, int before) {
        Bson known = and(eq(ID, delivery.id()), eq(COUNT, before));
        return StoreCall.write(() ->
                deliveries.replaceOne(known, DeliveryDocument.of(delivery)).getMatchedCount() > 0);
    }

    @Override
    public List<Delivery> newest(WebhookId webhook, Optional<String> before, int most) {
        Bson range = before.map(id -> and(all(webhook), lt(ID, id))).orElse(all(webhook));
        return StoreCall.read(() -> shown.find(range)
                .sort(Sorts.descending(ID))
                .limit(most)
                .map(DeliveryDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Delivery> find(WebhookId webhook, String id) {
        return StoreCall.read(() -> Optional.ofNullable(
                        shown.find(and(eq(ID, id), of(webhook))).first()))
                .map(DeliveryDocument::read);
    }

    @Override
    public void removeOf(WebhookId webhook) {
        StoreCall.write(() -> deliveries.deleteMany(all(webhook)));
    }

    @Override
    public int removeBefore(Instant time, int most) {
        Bson old = and(in(STATE, SETTLED), lt(CREATED_AT, Date.from(time)));
        List<String> ids = StoreCall.read(() -> deliveries
                .find(old)
                .projection(Projections.include(ID))
                .limit(most)
                .map(document -> document.getString(ID))
                .into(new ArrayList<>()));
        return ids.isEmpty()
                ? 0
                : StoreCall.write(() -> (int) deliveries.deleteMany(in(ID, ids)).getDeletedCount());
    }

    /** Their ids begin with that of the webhook. */
    private static Bson all(WebhookId webhook) {
        return and(gt(ID, webhook + "-"), lt(ID, webhook + "."));
    }

    private static Bson of(WebhookId webhook) {
        return eq(WEBHOOK, webhook.value());
    }
}
