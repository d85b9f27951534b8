package io.signalbox.gateway.adapter.mongo.health;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.runner.health.HealthHistory;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The history in {@code runner_health}: each sync's samples are one insert, never touched again; {@link ThinHealth} makes them coarse after
 * an hour and removes them after a day. Every read is a range of {@code _id}s.
 */
public final class MongoHealthHistory implements HealthHistory {
    static final String SAMPLES = "samples";

    private final MongoCollection<Document> history;
    private final BatchingWriter writer;
    private final InstantSource storeTime;

    /** Over the collection for what leaves the system, with the collection's writer. */
    public MongoHealthHistory(MongoCollection<Document> history, BatchingWriter writer, InstantSource storeTime) {
        this.history = history;
        this.writer = writer;
        this.storeTime = storeTime;
    }

    @Override
    public void keep(RunnerId runner, List<HealthSample> samples) {
        Instant now = storeTime.instant();
        String id = HealthIds.of(HealthIds.FINE, HealthIds.hour(now), runner);
        // Two gateways may hear a runner, but not tell the same samples in the same millisecond.
        String unique =
                id + ":" + now.toEpochMilli() + "-" + samples.getFirst().at().toEpochMilli();
        var _ = writer.write(Write.insert(document(unique, samples)));
    }

    @Override
    public List<HealthSample> of(RunnerId runner) {
        long hour = HealthIds.hour(storeTime.instant());
        List<String> coarse =
                HealthIds.coarse(runner, hour - ThinHealth.HOURS_KEPT, hour).toList();
        return StoreCall.read(() -> Stream.concat(
                        read(in("_id", coarse)),
                        Stream.iterate(hour - ThinHealth.HOURS_FINE - 1, it -> it <= hour, it -> it + 1)
                                .flatMap(it -> read(fine(runner, it))))
                .distinct()
                .sorted(Comparator.comparing(HealthSample::at))
                .toList());
    }

    private static Bson fine(RunnerId runner, long hour) {
        String prefix = HealthIds.of(HealthIds.FINE, hour, runner);
        return and(gte("_id", prefix + ":"), lt("_id", prefix + ";"));
    }

    private Stream<HealthSample> read(Bson filter) {
        return history.find(filter).into(new ArrayList<>()).stream().flatMap(MongoHealthHistory::samples);
    }

    static Document document(String id, List<HealthSample> samples) {
        return new Document("_id", id)
                .append(SAMPLES, samples.stream().map(SampleDocument::of).toList());
    }

    static Stream<HealthSample> samples(Document document) {
        return document.getList(SAMPLES, Document.class).stream().map(SampleDocument::sample);
    }
}
