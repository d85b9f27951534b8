package io.signalbox.scheduler.adapter.mongo;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static io.signalbox.model.store.report.ReportFields.ATTEMPT;
import static io.signalbox.model.store.report.ReportFields.EPOCH;
import static io.signalbox.model.store.report.ReportFields.ID;
import static io.signalbox.model.store.report.ReportFields.KIND;
import static io.signalbox.model.store.report.ReportFields.SYNC;
import static io.signalbox.model.store.report.ReportFields.TASK;
import static io.signalbox.model.store.report.ReportFields.WITHDRAWN;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.BulkWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.loop.report.ReportStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reports in {@code reports}. A withdrawal is an insert of the claim's own {@code _id} with <code>withdrawn: true</code>, so that of claim
 * and withdrawal the first one stands; or, to take a claim back, one update that matches the claim's sync number and absence of the mark (C1).
 * A report that cannot be read is passed over and logged: it stops nothing (C17). Safe for use by many threads.
 */
public final class MongoReportStore implements ReportStore {

    private final MongoCollection<Document> reports;
    private final BulkWriter writer;

    /** @param store where they are */
    public MongoReportStore(Store store) {
        this.reports = store.deciding(CollectionNames.REPORTS);
        this.writer = new BulkWriter(reports);
    }

    @Override
    public List<Report> read(Collection<ReportId> ids) {
        return Values.readable(
                reports.find(in(ID, ids.stream().map(ReportId::value).toList())), ReportDocuments::read);
    }

    @Override
    public List<Report> scan(@Nullable ReportId after, int limit) {
        return Values.page(after == null ? null : after.value(), limit, this::find, ReportDocuments::read);
    }

    @Override
    public void withdraw(Epoch epoch, Collection<Effect.Withdraw> starts) {
        List<Write> inserts = new ArrayList<>();
        List<Write> updates = new ArrayList<>();
        for (Effect.Withdraw start : starts) {
            Long claimed = start.claimedSync();
            if (claimed == null) {
                inserts.add(insert(epoch, start));
            } else {
                updates.add(takeBack(epoch, start, claimed));
            }
        }
        requireKnown(writer.write(inserts));
        requireKnown(writer.write(updates));
    }

    @Override
    public void remove(Collection<ReportId> ids) {
        reports.deleteMany(in(ID, ids.stream().map(ReportId::value).toList()));
    }

    private static Write insert(Epoch epoch, Effect.Withdraw start) {
        return Write.insert(new Document(ID, ReportId.start(start.attempt()).value())
                .append(KIND, ReportKind.START.wire())
                .append(TASK, start.task().value())
                .append(ATTEMPT, start.attempt().value())
                .append(WITHDRAWN, true)
                .append(EPOCH, epoch.value()));
    }

    private static Write takeBack(Epoch epoch, Effect.Withdraw start, long claimed) {
        return Write.guarded(
                ReportId.start(start.attempt()).value(),
                new Document(SYNC, claimed).append(WITHDRAWN, new Document("$ne", true)),
                new Document("$set", new Document(WITHDRAWN, true).append(EPOCH, epoch.value())),
                new Write.Mark(WITHDRAWN, BsonBoolean.TRUE));
    }

    private static void requireKnown(List<WriteOutcome> outcomes) {
        for (WriteOutcome outcome : outcomes) {
            switch (outcome) {
                case WriteOutcome.Written _, WriteOutcome.Duplicate _, WriteOutcome.Missed _ -> {
                    // Whichever it was, a read after it tells what stands.
                }
                case WriteOutcome.Unknown unknown ->
                    throw new IllegalStateException("the outcome of a withdrawal is unknown", unknown.cause());
                case WriteOutcome.Refused refused ->
                    throw new IllegalStateException("a withdrawal was refused: " + refused.message());
            }
        }
    }

    private List<Document> find(@Nullable String after, int limit) {
        return reports.find(after == null ? new Document() : gt(ID, after))
                .sort(ascending(ID))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
