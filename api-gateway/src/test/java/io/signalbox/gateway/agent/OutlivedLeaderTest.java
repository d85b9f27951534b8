package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.RelayCommand.SnapshotPlease;
import io.signalbox.model.store.CollectionNames;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** C15: from the snapshot question of an epoch on, a relay takes nothing from lower ones. */
class OutlivedLeaderTest {
    private static final Epoch LATER = new Epoch(5);

    private final RelayScene first = RelayScene.set();
    private final RelayScene scene = first.at(first.gateway().second(Map.of()));

    @Test
    void commandsOfALowerEpochAreRefusedAndTheRecordShowsTheHigherOne() {
        ScriptedAgent agent = scene.runner("outlived-leader", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        scene.tell(new SnapshotPlease(LATER));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> epochSeen() == LATER.value());
        Assigned outlived = scene.committed("outlived-leader", 0).published();
        Assigned current = scene.committed("outlived-leader", 0, LATER).published(LATER);

        Answer run = ScriptedAgent.action(held.join(), "run-job");
        assertThat(run.json().at("/job_id").asString()).isEqualTo(current.id());
        assertThat(outlived.claim()).isNull();
    }

    private long epochSeen() {
        String relay = scene.gateway().bean(RelayId.class).value();
        Document record = scene.collection(CollectionNames.RELAYS)
                .find(Filters.eq("_id", relay))
                .first();
        return record == null ? 0 : record.get("epochSeen", Number.class).longValue();
    }
}
