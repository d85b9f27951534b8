package io.signalbox.gateway.adapter.mongo.task;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.task.cancel.CancelWishes;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.report.ReportFields;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Wishes to cancel as documents of {@code reports}; the {@code _id} is made of the task's, so a repeat is a no-op (C12, C18). */
public final class MongoCancelWishes implements CancelWishes {
    private final Store store;

    /** Appends to {@code reports} of {@code store}. */
    public MongoCancelWishes(Store store) {
        this.store = store;
    }

    @Override
    public Instant wish(TaskId task, String by, Instant at) {
        Document report = new Document(ReportFields.ID, ReportId.cancel(task).value())
                .append(ReportFields.KIND, ReportKind.CANCEL.wire())
                .append(ReportFields.TASK, task.value())
                .append(ReportFields.AT, Date.from(at))
                .append(ReportFields.BY, by);
        return StoreCall.write(() -> append(report, at));
    }

    private Instant append(Document report, Instant at) {
        MongoCollection<Document> reports = store.deciding(CollectionNames.REPORTS);
        if (Inserts.ifAbsent(reports, report)) {
            return at;
        }
        Document first = reports.find(Filters.eq(ReportFields.ID, report.get(ReportFields.ID)))
                .first();
        return first == null ? at : first.getDate(ReportFields.AT).toInstant();
    }
}
