package io.signalbox.gateway.adapter.mongo.webhook;

import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.delivery.Delivery;
import io.signalbox.gateway.webhook.delivery.Outcome;
import io.signalbox.gateway.webhook.delivery.Try;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * A delivery in the store: {@code {_id, webhook, type, task, body, state, createdAt, dueAt, until, count, tries: [{at, millis, status | error}]}}. Its
 * {@code _id} is the webhook's id and the event's place in the feed, so that order by it is the order of the events.
 */
final class DeliveryDocument {
    static final String ID = "_id";
    static final String WEBHOOK = "webhook";
    static final String STATE = "state";
    static final String DUE_AT = "dueAt";
    static final String CREATED_AT = "createdAt";
    static final String COUNT = "count";
    private static final String TYPE = "type";
    private static final String TASK = "task";
    private static final String BODY = "body";
    private static final String UNTIL = "until";
    private static final String TRIES = "tries";
    private static final String AT = "at";
    private static final String MILLIS = "millis";
    private static final String STATUS = "status";
    private static final String ERROR = "error";

    private DeliveryDocument() {}

    static Document of(Delivery delivery) {
        Delivery.Matter matter = delivery.matter();
        Document document = new Document(ID, delivery.id())
                .append(WEBHOOK, delivery.webhook().value())
                .append(TYPE, matter.type())
                .append(BODY, matter.body())
                .append(STATE, delivery.state().wire())
                .append(CREATED_AT, Date.from(delivery.times().createdAt()))
                .append(DUE_AT, Date.from(delivery.times().dueAt()))
                .append(UNTIL, Date.from(delivery.times().until()))
                .append(COUNT, delivery.count())
                .append(
                        TRIES,
                        delivery.tries().stream().map(DeliveryDocument::attempt).toList());
        matter.task().ifPresent(task -> document.append(TASK, task));
        return document;
    }

    static Delivery read(Document document) {
        return new Delivery(
                document.getString(ID),
                new WebhookId(document.getString(WEBHOOK)),
                new Delivery.Matter(
                        document.getString(TYPE),
                        Optional.ofNullable(document.getString(TASK)),
                        document.getString(BODY)),
                Delivery.State.of(document.getString(STATE)),
                new Delivery.Times(
                        document.getDate(CREATED_AT).toInstant(),
                        document.getDate(DUE_AT).toInstant(),
                        document.getDate(UNTIL).toInstant()),
                document.getInteger(COUNT, 0),
                document.getList(TRIES, Document.class, List.of()).stream()
                        .map(DeliveryDocument::readTry)
                        .toList());
    }

    private static Document attempt(Try one) {
        Document document =
                new Document(AT, Date.from(one.at())).append(MILLIS, one.took().toMillis());
        return switch (one.outcome()) {
            case Outcome.Answered answered -> document.append(STATUS, answered.status());
            case Outcome.Unanswered unanswered -> document.append(ERROR, unanswered.why());
        };
    }

    private static Try readTry(Document document) {
        Integer status = document.getInteger(STATUS);
        return new Try(
                document.getDate(AT).toInstant(),
                Duration.ofMillis(document.get(MILLIS, Number.class).longValue()),
                status == null ? new Outcome.Unanswered(document.getString(ERROR)) : new Outcome.Answered(status));
    }
}
