package io.signalbox.scheduler.adapter.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.include;
import static io.signalbox.model.store.RunnerFields.DISTRUST;
import static io.signalbox.model.store.RunnerFields.EVENT_COUNT;
import static io.signalbox.model.store.RunnerFields.GENERATION;
import static io.signalbox.model.store.RunnerFields.ID;
import static io.signalbox.model.store.RunnerFields.NAME;
import static io.signalbox.model.store.RunnerFields.POOL;
import static io.signalbox.model.store.RunnerFields.PRESENCE;
import static io.signalbox.model.store.RunnerFields.SET_ASIDE;
import static io.signalbox.model.store.RunnerFields.SINCE;
import static io.signalbox.model.store.TaskFields.OUTBOX;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.BulkWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.EventFields;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.Effect.Presence;
import io.signalbox.scheduler.core.Effect.RunnerChanged;
import io.signalbox.scheduler.core.Effect.RunnerJudged;
import io.signalbox.scheduler.core.Effect.RunnerNews;
import io.signalbox.scheduler.core.Effect.SlotSetAside;
import io.signalbox.scheduler.loop.presence.RunnerStateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonInt64;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document per runner in {@code runner_states}, <code>{_id, name, pool, generation, presence, since, setAside, distrust, eventCount, outbox}</code>. Each change
 * adds one to {@code eventCount}, which guards the write and makes the event's key, {@code <generation>.<count>} (C19). {@code setAside} has an attempt by slot (C13).
 */
public final class MongoRunnerStateStore implements RunnerStateStore {

    private static final String TRUSTED = "";
    private static final String SET_ASIDE_PATH = SET_ASIDE + ".";

    private final MongoCollection<Document> states;
    private final BulkWriter writer;

    /** @param store where they are */
    public MongoRunnerStateStore(Store store) {
        this.states = store.deciding(CollectionNames.RUNNER_STATES);
        this.writer = new BulkWriter(states);
    }

    @Override
    public void keep(List<Effect.RunnerNews> changes, Instant at) {
        Map<RunnerId, List<Effect.RunnerNews>> byRunner = new LinkedHashMap<>();
        changes.forEach(change -> byRunner.computeIfAbsent(change.runner(), _ -> new ArrayList<>())
                .add(change));
        Map<String, Document> kept = new HashMap<>();
        states.find(in(ID, byRunner.keySet().stream().map(RunnerId::value).toList()))
                .forEach(it -> kept.put(it.getString(ID), it));
        List<Write> inserts = new ArrayList<>();
        List<Write> updates = new ArrayList<>();
        byRunner.forEach((runner, all) -> {
            Document before = kept.get(runner.value());
            List<Effect.RunnerNews> news = news(before, all);
            if (news.isEmpty()) {
                return;
            }
            if (before == null) {
                inserts.add(insert(news, at));
            } else {
                updates.add(update(before, news, at));
            }
        });
        requireWritten(writer.write(inserts));
        requireWritten(writer.write(updates));
    }

    @Override
    public List<RunnerId> distrusted() {
        return states.find(nin(DISTRUST, null, TRUSTED))
                .projection(include(ID))
                .map(it -> new RunnerId(it.getString(ID)))
                .into(new ArrayList<>());
    }

    private static List<Effect.RunnerNews> news(@Nullable Document before, List<Effect.RunnerNews> all) {
        Document known = before == null ? new Document() : stand(before);
        List<Effect.RunnerNews> news = new ArrayList<>();
        for (Effect.RunnerNews one : all) {
            Document wanted = stand(one);
            if (!known.entrySet().containsAll(wanted.entrySet())) {
                news.add(one);
            }
            known.putAll(wanted);
        }
        return news;
    }

    private static Write insert(List<Effect.RunnerNews> news, Instant at) {
        return Write.insert(first(news, at));
    }

    private static Write update(Document before, List<Effect.RunnerNews> news, Instant at) {
        long count = Values.number(before, EVENT_COUNT);
        long after = count + news.size();
        var set = new Document(EVENT_COUNT, after);
        news.forEach(one -> set.putAll(change(one, at)));
        var events = new Document("$each", events(news, count, at));
        return Write.guarded(
                news.getLast().runner().value(),
                new Document(EVENT_COUNT, count),
                new Document("$set", set).append("$push", new Document(OUTBOX, events)),
                new Write.Mark(EVENT_COUNT, new BsonInt64(after)));
    }

    /** What is kept of a runner. */
    private static Document stand(Document kept) {
        var stand = new Document(GENERATION, Values.number(kept, GENERATION))
                .append(PRESENCE, kept.getString(PRESENCE))
                .append(DISTRUST, kept.get(DISTRUST, TRUSTED));
        kept.get(SET_ASIDE, new Document()).forEach((slot, attempt) -> stand.append(SET_ASIDE_PATH + slot, attempt));
        return stand;
    }

    /** What the runner stands at after this. */
    private static Document stand(RunnerNews news) {
        return switch (news) {
            case RunnerChanged it ->
                new Document(GENERATION, it.generation().value()).append(PRESENCE, wire(it.presence()));
            case SlotSetAside it ->
                new Document(SET_ASIDE_PATH + it.slot().number(), it.attempt().value());
            case RunnerJudged it -> new Document(DISTRUST, it.why() == null ? TRUSTED : it.why());
        };
    }

    /** The document of a runner of which nothing was kept so far; one that syncs is there. */
    private static Document first(List<RunnerNews> news, Instant at) {
        RunnerNews any = news.getFirst();
        var document =
                change(new RunnerChanged(any.runner(), any.name(), any.pool(), any.generation(), Presence.ONLINE), at);
        var setAside = new Document();
        for (RunnerNews one : news) {
            switch (one) {
                case RunnerChanged it -> document.putAll(change(it, at));
                case SlotSetAside it ->
                    setAside.append(
                            Integer.toString(it.slot().number()), it.attempt().value());
                case RunnerJudged it -> document.putAll(stand(it));
            }
        }
        return document.append(ID, any.runner().value())
                .append(SET_ASIDE, setAside)
                .append(EVENT_COUNT, (long) news.size())
                .append(OUTBOX, events(news, 0, at));
    }

    /** What is set by news of a runner that is known. */
    private static Document change(RunnerNews news, Instant at) {
        return switch (news) {
            case RunnerChanged it ->
                stand(it)
                        .append(NAME, it.name())
                        .append(POOL, it.pool().value())
                        .append(SINCE, Date.from(at));
            case SlotSetAside _, RunnerJudged _ -> stand(news);
        };
    }

    /** Their events, numbered from {@code count} on. */
    private static List<Document> events(List<RunnerNews> news, long count, Instant at) {
        List<Document> events = new ArrayList<>();
        for (RunnerNews one : news) {
            long number = count + events.size() + 1;
            events.add(new Document(EventFields.KEY, one.generation() + "." + number)
                    .append(EventFields.TYPE, type(one))
                    .append(EventFields.AT, Date.from(at))
                    .append(EventFields.DATA, data(one)));
        }
        return events;
    }

    private static String type(RunnerNews news) {
        return switch (news) {
            case RunnerChanged it -> "runner." + wire(it.presence());
            case SlotSetAside _ -> "runner.slot_set_aside";
            case RunnerJudged it -> it.why() == null ? "runner.trusted" : "runner.set_aside";
        };
    }

    private static Document data(RunnerNews news) {
        var data = new Document("runner", news.runner().value())
                .append("name", news.name())
                .append("pool", news.pool().value());
        if (news instanceof SlotSetAside it) {
            data.append("slot", it.slot().number())
                    .append("task", it.task().value())
                    .append("attempt", it.attempt().value());
        }
        if (news instanceof RunnerJudged it && it.why() != null) {
            data.append("reason", it.why());
        }
        return data;
    }

    private static String wire(Presence presence) {
        return presence.name().toLowerCase(Locale.ROOT);
    }

    private static void requireWritten(List<WriteOutcome> outcomes) {
        outcomes.stream()
                .filter(outcome -> !(outcome instanceof WriteOutcome.Written))
                .findFirst()
                .ifPresent(outcome -> {
                    throw new IllegalStateException("a runner's state was not kept: " + Objects.toString(outcome));
                });
    }
}
