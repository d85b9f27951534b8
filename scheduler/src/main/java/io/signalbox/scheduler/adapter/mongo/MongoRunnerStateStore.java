package io.signalbox.scheduler.adapter.mongo;

import static com.mongodb.client.model.Filters.in;
import static io.signalbox.model.store.RunnerFields.EVENT_COUNT;
import static io.signalbox.model.store.RunnerFields.GENERATION;
import static io.signalbox.model.store.RunnerFields.ID;
import static io.signalbox.model.store.RunnerFields.NAME;
import static io.signalbox.model.store.RunnerFields.POOL;
import static io.signalbox.model.store.RunnerFields.PRESENCE;
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
 * One document per runner in {@code runner_states}, <code>{_id, name, pool, generation, presence, since, eventCount, outbox}</code>. Each change
 * adds one to {@code eventCount}, which guards the write and makes the event's key, {@code <generation>.<count>} (C19).
 */
public final class MongoRunnerStateStore implements RunnerStateStore {

    private final MongoCollection<Document> states;
    private final BulkWriter writer;

    /** @param store where they are */
    public MongoRunnerStateStore(Store store) {
        this.states = store.deciding(CollectionNames.RUNNER_STATES);
        this.writer = new BulkWriter(states);
    }

    @Override
    public void keep(List<Effect.RunnerChanged> changes, Instant at) {
        Map<RunnerId, List<Effect.RunnerChanged>> byRunner = new LinkedHashMap<>();
        changes.forEach(change -> byRunner.computeIfAbsent(change.runner(), _ -> new ArrayList<>())
                .add(change));
        Map<String, Document> kept = new HashMap<>();
        states.find(in(ID, byRunner.keySet().stream().map(RunnerId::value).toList()))
                .forEach(it -> kept.put(it.getString(ID), it));
        List<Write> inserts = new ArrayList<>();
        List<Write> updates = new ArrayList<>();
        byRunner.forEach((runner, all) -> {
            Document before = kept.get(runner.value());
            List<Effect.RunnerChanged> news = news(before, all);
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

    private static List<Effect.RunnerChanged> news(@Nullable Document before, List<Effect.RunnerChanged> changes) {
        List<Effect.RunnerChanged> news = new ArrayList<>();
        String known = before == null ? "" : stand(before.getString(PRESENCE), Values.number(before, GENERATION));
        for (Effect.RunnerChanged change : changes) {
            String wanted = stand(wire(change.presence()), change.generation().value());
            if (!wanted.equals(known)) {
                news.add(change);
            }
            known = wanted;
        }
        return news;
    }

    private static String stand(String presence, long generation) {
        return presence + " in " + generation;
    }

    private static Write insert(List<Effect.RunnerChanged> news, Instant at) {
        Effect.RunnerChanged last = news.getLast();
        return Write.insert(
                state(last, at, news.size()).append(ID, last.runner().value()).append(OUTBOX, events(news, 0, at)));
    }

    private static Write update(Document before, List<Effect.RunnerChanged> news, Instant at) {
        Effect.RunnerChanged last = news.getLast();
        long count = Values.number(before, EVENT_COUNT);
        long after = count + news.size();
        return Write.guarded(
                last.runner().value(),
                new Document(EVENT_COUNT, count),
                new Document("$set", state(last, at, after))
                        .append("$push", new Document(OUTBOX, new Document("$each", events(news, count, at)))),
                new Write.Mark(EVENT_COUNT, new BsonInt64(after)));
    }

    private static Document state(Effect.RunnerChanged change, Instant at, long count) {
        return new Document(NAME, change.name())
                .append(POOL, change.pool().value())
                .append(GENERATION, change.generation().value())
                .append(PRESENCE, wire(change.presence()))
                .append(SINCE, Date.from(at))
                .append(EVENT_COUNT, count);
    }

    private static List<Document> events(List<Effect.RunnerChanged> news, long count, Instant at) {
        List<Document> events = new ArrayList<>();
        for (Effect.RunnerChanged change : news) {
            long number = count + events.size() + 1;
            events.add(new Document(EventFields.KEY, change.generation() + "." + number)
                    .append(EventFields.TYPE, "runner." + wire(change.presence()))
                    .append(EventFields.AT, Date.from(at))
                    .append(
                            EventFields.DATA,
                            new Document("runner", change.runner().value())
                                    .append("name", change.name())
                                    .append("pool", change.pool().value())));
        }
        return events;
    }

    private static String wire(Effect.Presence presence) {
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
