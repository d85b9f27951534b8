package io.signalbox.gateway.adapter.mongo.runner;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import io.signalbox.gateway.runner.RunnerStates;
import io.signalbox.model.id.RunnerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Presence out of {@code runner_states}, which the scheduler writes. */
public final class MongoRunnerStates implements RunnerStates {
    private static final String ID = "_id";
    private static final String PRESENCE = "presence";

    private final MongoCollection<Document> states;

    /** Over the collection for what leaves the system. */
    public MongoRunnerStates(MongoCollection<Document> states) {
        this.states = states;
    }

    @Override
    public Map<RunnerId, String> of(Collection<RunnerId> runners) {
        Map<RunnerId, String> found = new HashMap<>();
        for (Document state :
                states.find(in(ID, runners.stream().map(RunnerId::value).toList()))) {
            found.put(new RunnerId(state.getString(ID)), state.getString(PRESENCE));
        }
        return found;
    }
}
