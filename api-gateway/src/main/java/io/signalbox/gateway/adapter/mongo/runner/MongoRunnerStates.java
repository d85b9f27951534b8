package io.signalbox.gateway.adapter.mongo.runner;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import io.signalbox.gateway.runner.RunnerStates;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.RunnerFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Presence and slots set aside, out of {@code runner_states}, which the scheduler writes. */
public final class MongoRunnerStates implements RunnerStates {
    private final MongoCollection<Document> states;

    /** Over the collection for what leaves the system. */
    public MongoRunnerStates(MongoCollection<Document> states) {
        this.states = states;
    }

    @Override
    public Map<RunnerId, State> of(Collection<RunnerId> runners) {
        Map<RunnerId, State> found = new HashMap<>();
        for (Document state : states.find(
                in(RunnerFields.ID, runners.stream().map(RunnerId::value).toList()))) {
            found.put(new RunnerId(state.getString(RunnerFields.ID)), state(state));
        }
        return found;
    }

    private static State state(Document document) {
        Map<Integer, AttemptId> setAside = new HashMap<>();
        document.get(RunnerFields.SET_ASIDE, new Document())
                .forEach((slot, attempt) -> setAside.put(Integer.parseInt(slot), new AttemptId(attempt.toString())));
        String distrust = document.get(RunnerFields.DISTRUST, "");
        return new State(document.getString(RunnerFields.PRESENCE), setAside, distrust.isEmpty() ? null : distrust);
    }
}
