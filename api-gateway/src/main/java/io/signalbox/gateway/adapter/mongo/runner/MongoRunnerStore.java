package io.signalbox.gateway.adapter.mongo.runner;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.RunnerFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Runners in {@code runners}. A further generation replaces the document as a whole, guarded by the generation before. */
public final class MongoRunnerStore implements RunnerStore {
    private final MongoCollection<Document> runners;

    /** Over the collection for deciding. */
    public MongoRunnerStore(MongoCollection<Document> runners) {
        this.runners = runners;
    }

    @Override
    public Optional<Runner> byId(RunnerId id) {
        return one(eq(RunnerFields.ID, id.value()));
    }

    @Override
    public Optional<Runner> byTokenHash(String hash) {
        return one(eq(RunnerFields.TOKEN_HASH, hash));
    }

    @Override
    public List<Runner> all() {
        List<Runner> all = new ArrayList<>();
        for (Document document : runners.find().sort(Sorts.ascending(RunnerFields.NAME))) {
            all.add(RunnerDocument.runner(document));
        }
        return all;
    }

    @Override
    public boolean insert(Runner runner) {
        try {
            runners.insertOne(RunnerDocument.of(runner));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean replace(Runner runner, Generation expected) {
        return runners.replaceOne(is(runner.id(), expected), RunnerDocument.of(runner))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public boolean disconnect(RunnerId id, Generation generation, Instant at) {
        return runners.updateOne(is(id, generation), Updates.set(RunnerFields.DISCONNECTED_AT, Date.from(at)))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public boolean decide(RunnerId id, Availability availability) {
        return runners.updateOne(
                                eq(RunnerFields.ID, id.value()),
                                Updates.combine(
                                        Updates.set(RunnerFields.PAUSED, availability.paused()),
                                        Updates.set(RunnerFields.DRAINING, availability.draining())))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public Map<RunnerId, Availability> heldBack() {
        Map<RunnerId, Availability> held = new HashMap<>();
        for (Document document : runners.find(or(eq(RunnerFields.PAUSED, true), eq(RunnerFields.DRAINING, true)))
                .projection(Projections.include(RunnerFields.PAUSED, RunnerFields.DRAINING))) {
            held.put(new RunnerId(document.getString(RunnerFields.ID)), RunnerDocument.availability(document));
        }
        return held;
    }

    @Override
    public Optional<Instant> interrupted(RunnerId id, Generation generation, Instant now) {
        runners.updateOne(
                and(is(id, generation), exists(RunnerFields.INTERRUPTED_AT, false)),
                Updates.set(RunnerFields.INTERRUPTED_AT, Date.from(now)));
        return Optional.ofNullable(runners.find(is(id, generation))
                        .projection(include(RunnerFields.INTERRUPTED_AT))
                        .first())
                .map(runner -> runner.getDate(RunnerFields.INTERRUPTED_AT))
                .map(Date::toInstant);
    }

    @Override
    public void remove(RunnerId id) {
        runners.deleteOne(eq(RunnerFields.ID, id.value()));
    }

    private Optional<Runner> one(Bson filter) {
        return Optional.ofNullable(runners.find(filter).first()).map(RunnerDocument::runner);
    }

    private static Bson is(RunnerId id, Generation generation) {
        return and(eq(RunnerFields.ID, id.value()), eq(RunnerFields.GENERATION, generation.value()));
    }
}
