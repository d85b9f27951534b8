package io.signalbox.scheduler.adapter.mongo.fleet;

import static com.mongodb.client.model.Filters.in;
import static io.signalbox.model.store.RunnerFields.DISCONNECTED_AT;
import static io.signalbox.model.store.RunnerFields.DRAINING;
import static io.signalbox.model.store.RunnerFields.GENERATION;
import static io.signalbox.model.store.RunnerFields.ID;
import static io.signalbox.model.store.RunnerFields.NAME;
import static io.signalbox.model.store.RunnerFields.OFFICIAL;
import static io.signalbox.model.store.RunnerFields.PAUSED;
import static io.signalbox.model.store.RunnerFields.POOL;
import static io.signalbox.model.store.RunnerFields.PROJECTS;
import static io.signalbox.model.store.RunnerFields.RELAY;
import static io.signalbox.model.store.RunnerFields.SLOTS;
import static io.signalbox.model.store.RunnerFields.SLOT_COUNT;
import static io.signalbox.model.store.RunnerFields.TAGS;
import static io.signalbox.model.store.RunnerFields.UNREADY;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RelayFields;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.SlotFields;
import io.signalbox.scheduler.adapter.mongo.Values;
import io.signalbox.scheduler.adapter.mongo.fleet.PolicyDocuments.OfPool;
import io.signalbox.scheduler.adapter.mongo.fleet.PolicyDocuments.OfProject;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.runner.SlotReading;
import io.signalbox.scheduler.loop.sweep.FleetReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads {@code runners}, {@code relays}, {@code pools} and {@code projects}, which the gateways write. Safe for use by many threads. */
public final class MongoFleetReader implements FleetReader {

    private static final Bson NEEDED = Projections.include(
            NAME,
            POOL,
            TAGS,
            PROJECTS,
            GENERATION,
            RELAY,
            PAUSED,
            DRAINING,
            UNREADY,
            DISCONNECTED_AT,
            OFFICIAL,
            SLOT_COUNT,
            SLOTS);

    private final MongoCollection<Document> runners;
    private final MongoCollection<Document> relays;
    private final MongoCollection<Document> pools;
    private final MongoCollection<Document> projects;

    /** @param store where they are */
    public MongoFleetReader(Store store) {
        this.runners = store.deciding(CollectionNames.RUNNERS);
        this.relays = store.deciding(CollectionNames.RELAYS);
        this.pools = store.deciding(CollectionNames.POOLS);
        this.projects = store.deciding(CollectionNames.PROJECTS);
    }

    @Override
    public List<RelayReading> relays() {
        return Values.readable(
                relays.find(),
                it -> new RelayReading(
                        new RelayId(it.getString(RelayFields.ID)),
                        Values.number(it, RelayFields.RENEWAL, 0),
                        new Epoch(Values.number(it, RelayFields.EPOCH_SEEN, 0))));
    }

    @Override
    public List<RunnerReading> runners() {
        return Values.readable(runners.find().projection(NEEDED), MongoFleetReader::runner);
    }

    @Override
    public List<RunnerReading> runners(Collection<RunnerId> ids) {
        return ids.isEmpty()
                ? List.of()
                : Values.readable(
                        runners.find(in(ID, ids.stream().map(RunnerId::value).toList()))
                                .projection(Projections.fields(NEEDED, Projections.include(RunnerFields.HEALTH))),
                        document -> runner(document).with(HealthDocuments.of(document)));
    }

    @Override
    public Policies policies() {
        return new Policies(
                Values.readable(projects.find(), PolicyDocuments::project).stream()
                        .collect(Collectors.toMap(OfProject::project, OfProject::policy)),
                Values.readable(pools.find(), PolicyDocuments::pool).stream()
                        .collect(Collectors.toMap(OfPool::pool, OfPool::policy)));
    }

    private static RunnerReading runner(Document document) {
        String relay = document.getString(RELAY);
        Document slots = document.get(SLOTS, new Document());
        return new RunnerReading(
                new RunnerId(document.getString(ID)),
                document.getString(NAME),
                new PoolName(document.getString(POOL)),
                document.getList(TAGS, String.class, List.of()),
                document.getList(PROJECTS, String.class, List.of()).stream()
                        .map(ProjectName::new)
                        .toList(),
                new Generation(Values.number(document, GENERATION)),
                relay == null ? null : new RelayId(relay),
                availability(document),
                document.getBoolean(OFFICIAL, false) ? Protocol.OFFICIAL : Protocol.OURS,
                IntStream.range(0, Math.toIntExact(Values.number(document, SLOT_COUNT, 0)))
                        .mapToObj(number -> slot(number, slots.get(Integer.toString(number), new Document())))
                        .toList());
    }

    private static Availability availability(Document document) {
        if (document.get(DISCONNECTED_AT) != null) {
            return Availability.DISCONNECTED;
        }
        if (document.getBoolean(DRAINING, false)) {
            return Availability.DRAINING;
        }
        if (document.getBoolean(PAUSED, false)) {
            return Availability.PAUSED;
        }
        return document.get(UNREADY) == null ? Availability.OPEN : Availability.UNREADY;
    }

    private static SlotReading slot(int number, Document slot) {
        @Nullable String attempt = slot.getString(SlotFields.ATTEMPT);
        return new SlotReading(
                number,
                Values.number(slot, SlotFields.SYNC, 0),
                attempt == null ? null : new AttemptId(attempt),
                Values.number(slot, SlotFields.BEAT, 0));
    }
}
