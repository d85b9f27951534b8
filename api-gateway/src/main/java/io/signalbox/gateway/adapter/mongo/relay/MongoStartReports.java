package io.signalbox.gateway.adapter.mongo.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.gateway.relay.claim.ClaimRequest;
import io.signalbox.gateway.relay.claim.StartReports;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.store.report.ReportFields;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bson.BsonString;
import org.bson.Document;

/**
 * Claims as documents {@code <attempt>:start} in {@code reports} (C1). The first is an insert; where one stands already, its sync number
 * is raised unless the scheduler has withdrawn it, a newer sync has it, or the attempt's end was reported: a runner that was told so has
 * forgotten the attempt, and would run it again.
 */
public final class MongoStartReports implements StartReports {
    private final BatchingWriter reports;
    private final SharedReads<AttemptId, Boolean> ended;
    private final RelayId relay;
    private final InstantSource clock;
    private final Marks marks;

    /** Writes for {@code relay} through the writer of {@code stored}, the collection for deciding. */
    public MongoStartReports(
            BatchingWriter reports, MongoCollection<Document> stored, RelayId relay, InstantSource clock) {
        this.reports = reports;
        this.ended = new SharedReads<>("reader-ends", attempts -> ended(stored, attempts));
        this.relay = relay;
        this.clock = clock;
        this.marks = new Marks(relay);
    }

    @Override
    public CompletableFuture<Standing> claim(ClaimRequest request) {
        return reports.write(Write.insert(document(request)))
                .thenCompose(outcome -> outcome instanceof WriteOutcome.Duplicate
                        ? raiseUnlessEnded(request)
                        : CompletableFuture.completedFuture(standing(outcome)));
    }

    private CompletableFuture<Standing> raiseUnlessEnded(ClaimRequest request) {
        return ended.get(request.what().attempt(), false)
                .thenCompose(ended -> ended ? CompletableFuture.completedFuture(Standing.REFUSED) : raise(request))
                .exceptionally(_ -> Standing.UNKNOWN);
    }

    private static Map<AttemptId, Boolean> ended(MongoCollection<Document> stored, List<AttemptId> attempts) {
        Map<String, AttemptId> ids = new HashMap<>();
        attempts.forEach(attempt -> ids.put(ReportId.finished(attempt).value(), attempt));
        Map<AttemptId, Boolean> ended = new HashMap<>();
        stored.find(in(ReportFields.ID, ids.keySet()))
                .projection(include(ReportFields.ID))
                .map(report -> ids.get(report.getString(ReportFields.ID)))
                .forEach((Consumer<AttemptId>) attempt -> ended.put(attempt, true));
        return ended;
    }

    private Document document(ClaimRequest request) {
        return new Document(
                        ReportFields.ID,
                        ReportId.start(request.what().attempt()).value())
                .append(ReportFields.KIND, ReportKind.START.wire())
                .append(ReportFields.TASK, request.what().task().value())
                .append(ReportFields.ATTEMPT, request.what().attempt().value())
                .append(ReportFields.AT, Date.from(clock.instant()))
                .append(ReportFields.RUNNER, request.slot().runner().value())
                .append(ReportFields.GENERATION, request.generation().value())
                .append(ReportFields.SLOT, request.slot().number())
                .append(ReportFields.RELAY, relay.value())
                .append(ReportFields.SYNC, request.sync())
                .append(ReportFields.WITHDRAWN, false);
    }

    private CompletableFuture<Standing> raise(ClaimRequest request) {
        String mark = marks.next();
        return reports.write(Write.guarded(
                        ReportId.start(request.what().attempt()).value(),
                        and(ne(ReportFields.WITHDRAWN, true), lte(ReportFields.SYNC, request.sync())),
                        Updates.combine(
                                Updates.set(ReportFields.SYNC, request.sync()),
                                Updates.set(ReportFields.RELAY, relay.value()),
                                Updates.set(ReportFields.RAISED, mark)),
                        new Write.Mark(ReportFields.RAISED, new BsonString(mark))))
                .thenApply(MongoStartReports::standing);
    }

    private static Standing standing(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Written _ -> Standing.STANDS;
            case WriteOutcome.Missed _, WriteOutcome.Duplicate _ -> Standing.REFUSED;
            case WriteOutcome.Unknown _, WriteOutcome.Refused _ -> Standing.UNKNOWN;
        };
    }
}
