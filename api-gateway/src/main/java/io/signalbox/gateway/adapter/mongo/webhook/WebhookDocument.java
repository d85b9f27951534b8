package io.signalbox.gateway.adapter.mongo.webhook;

import com.mongodb.client.model.Updates;
import io.signalbox.gateway.secret.Sealed;
import io.signalbox.gateway.webhook.Standing;
import io.signalbox.gateway.webhook.SwitchedOff;
import io.signalbox.gateway.webhook.Target;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.model.id.ProjectName;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A webhook in the store: {@code {_id, project, name, url, types, key, secret, createdAt, after, failingSince, deliveredAt, off: {at, cause, after},
 * version}}; {@code failingSince}, {@code deliveredAt} and {@code off} only where there is such a thing.
 */
final class WebhookDocument {
    static final String ID = "_id";
    static final String VERSION = "version";
    static final String FAILING_SINCE = "failingSince";
    static final String DELIVERED_AT = "deliveredAt";
    static final String OFF = "off";
    static final String CREATED_AT = "createdAt";
    static final String KEY = "key";
    static final String SECRET = "secret";
    private static final String PROJECT = "project";
    private static final String NAME = "name";
    private static final String URL = "url";
    private static final String TYPES = "types";
    private static final String AFTER = "after";
    private static final String AT = "at";
    private static final String CAUSE = "cause";

    private WebhookDocument() {}

    static Document of(Webhook webhook) {
        Document document = new Document(ID, webhook.id().value())
                .append(PROJECT, webhook.project().value())
                .append(NAME, webhook.target().name())
                .append(URL, webhook.target().url().toString())
                .append(TYPES, webhook.target().types())
                .append(KEY, webhook.secret().key())
                .append(SECRET, webhook.secret().value())
                .append(CREATED_AT, Date.from(webhook.begin().createdAt()))
                .append(AFTER, webhook.begin().after())
                .append(VERSION, webhook.version());
        Standing standing = webhook.standing();
        standing.failingSince().ifPresent(at -> document.append(FAILING_SINCE, Date.from(at)));
        standing.deliveredAt().ifPresent(at -> document.append(DELIVERED_AT, Date.from(at)));
        standing.off().ifPresent(off -> document.append(OFF, off(off)));
        return document;
    }

    /** What people set, and nothing else: its secret may be sealed anew meanwhile. */
    static Bson settings(Webhook webhook) {
        Standing standing = webhook.standing();
        Bson off = standing.off().map(it -> Updates.set(OFF, off(it))).orElse(Updates.unset(OFF));
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set(NAME, webhook.target().name()),
                Updates.set(URL, webhook.target().url().toString()),
                Updates.set(TYPES, webhook.target().types()),
                Updates.set(AFTER, webhook.begin().after()),
                Updates.set(VERSION, webhook.version()),
                off));
        if (standing.failingSince().isEmpty()) {
            changes.add(Updates.unset(FAILING_SINCE));
        }
        return Updates.combine(changes);
    }

    static Document off(SwitchedOff off) {
        return new Document(AT, Date.from(off.at()))
                .append(CAUSE, off.cause().wire())
                .append(AFTER, off.after());
    }

    static Webhook read(Document document) {
        return new Webhook(
                new WebhookId(document.getString(ID)),
                new ProjectName(document.getString(PROJECT)),
                new Target(
                        document.getString(NAME),
                        URI.create(document.getString(URL)),
                        document.getList(TYPES, String.class, List.of())),
                new Sealed(document.getString(KEY), document.getString(SECRET)),
                new Webhook.Begin(document.getDate(CREATED_AT).toInstant(), number(document, AFTER)),
                new Standing(
                        time(document, FAILING_SINCE),
                        time(document, DELIVERED_AT),
                        Optional.ofNullable(document.get(OFF, Document.class)).map(WebhookDocument::readOff)),
                number(document, VERSION));
    }

    private static SwitchedOff readOff(Document off) {
        return new SwitchedOff(
                off.getDate(AT).toInstant(), SwitchedOff.Cause.of(off.getString(CAUSE)), number(off, AFTER));
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    private static Optional<Instant> time(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
    }
}
