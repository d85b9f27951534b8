package io.signalbox.gateway.adapter.mongo.refusal;

import com.mongodb.client.model.Updates;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.relay.refusal.KeptRefusal;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What was refused of one kind about one attempt as its document; {@code _id} = task + attempt + kind, so a task's lie together. */
final class RefusalDocument {
    private static final String ID = "_id";
    private static final String COUNT = "count";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String RUNNER = "runner";
    private static final String WHY = "why";
    private static final String SEPARATOR = ":";
    private static final int PARTS = 3;

    private RefusalDocument() {}

    static String id(KeptRefusal refusal) {
        return String.join(
                SEPARATOR,
                refusal.task().value(),
                refusal.attempt().value(),
                refusal.refusal().tag());
    }

    static Document of(KeptRefusal refusal) {
        return new Document(ID, id(refusal))
                .append(COUNT, refusal.count())
                .append(FIRST, Date.from(refusal.first()))
                .append(LAST, Date.from(refusal.last()))
                .append(RUNNER, refusal.runner().value())
                .append(WHY, refusal.why());
    }

    /** What adds it to the document that is there. */
    static Bson addition(KeptRefusal refusal) {
        return Updates.combine(
                Updates.inc(COUNT, refusal.count()),
                Updates.max(LAST, Date.from(refusal.last())),
                Updates.set(RUNNER, refusal.runner().value()),
                Updates.set(WHY, refusal.why()));
    }

    static KeptRefusal refusal(Document document) {
        String[] id = document.getString(ID).split(SEPARATOR, PARTS);
        return new KeptRefusal(
                new TaskId(id[0]),
                new AttemptId(id[1]),
                Refusal.valueOf(id[2].toUpperCase(Locale.ROOT)),
                document.get(COUNT, Number.class).longValue(),
                document.getDate(FIRST).toInstant(),
                document.getDate(LAST).toInstant(),
                new RunnerId(document.getString(RUNNER)),
                document.getString(WHY));
    }
}
