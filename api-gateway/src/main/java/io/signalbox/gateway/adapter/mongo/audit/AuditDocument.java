package io.signalbox.gateway.adapter.mongo.audit;

import io.signalbox.gateway.audit.AuditEntry;
import io.signalbox.gateway.audit.AuditFact;
import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditFact.Outcome;
import java.util.Date;
import org.bson.Document;

/** An entry in the store: {@code {_id: sequence, at, actor: {id, name, address}, action, target, outcome, request, previous, hash}}. */
final class AuditDocument {
    static final String ID = "_id";
    static final String AT = "at";
    static final String HASH = "hash";
    private static final String ACTOR = "actor";

    private AuditDocument() {}

    static Document of(AuditEntry entry) {
        AuditFact fact = entry.fact();
        return new Document(ID, entry.sequence())
                .append(AT, Date.from(fact.at()))
                .append(
                        ACTOR,
                        new Document("id", fact.actor().id())
                                .append("name", fact.actor().name())
                                .append("address", fact.actor().address()))
                .append("action", fact.action())
                .append("target", fact.target())
                .append("outcome", fact.outcome().wire())
                .append("request", fact.request())
                .append("previous", entry.previous())
                .append(HASH, entry.hash());
    }

    static AuditEntry read(Document document) {
        Document actor = document.get(ACTOR, Document.class);
        AuditFact fact = new AuditFact(
                document.getDate(AT).toInstant(),
                new Actor(actor.getString("id"), actor.getString("name"), actor.getString("address")),
                document.getString("action"),
                document.getString("target"),
                Outcome.of(document.getString("outcome")),
                document.getString("request"));
        return new AuditEntry(
                document.get(ID, Number.class).longValue(),
                fact,
                document.getString("previous"),
                document.getString(HASH));
    }
}
