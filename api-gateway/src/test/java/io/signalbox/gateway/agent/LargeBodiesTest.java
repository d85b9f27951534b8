package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom.Place;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.RunningGateway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runners send is bounded in memory: who comes when there is no room waits, and is then told to come again. */
class LargeBodiesTest {
    private static final long ROOM = 1024 * 1024;
    private static final String LINE = "{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"x\"}";

    private final RelayScene shared = RelayScene.set();
    private final RunningGateway small = shared.gateway().second(Map.of("signalbox.bodies.size", "1MB"));
    private final RelayScene scene = shared.at(small);
    private final BodyRoom room = small.bean(BodyRoom.class);

    @AfterEach
    void close() {
        small.close();
    }

    @Test
    void pushIsToComeAgainAsLongAsThereIsNoRoom() {
        ScriptedAgent agent = scene.runner("room-push", 1);
        Assigned assigned = running(agent, "room-push");
        Place all = room.take(ROOM).orElseThrow();
        Answer full = agent.push(assigned.id(), 0, LINE).is(503);
        assertThat(full.header("Retry-After")).isEqualTo("1");
        assertThat(full.response().body()).isEmpty();
        all.leave();
        agent.push(assigned.id(), 0, LINE).is(200);
        assertEmpty();
    }

    @Test
    void whateverBecomesOfAPushItsPlaceIsLeft() {
        ScriptedAgent agent = scene.runner("room-left", 1);
        Assigned assigned = running(agent, "room-left");
        agent.push(assigned.id(), 0, LINE).is(200);
        agent.push(assigned.id(), 0, "no event").is(422);
        assertEmpty();
    }

    @Test
    void syncThatEndsNothingNeedsNoRoomAndALargeOneDoes() {
        ScriptedAgent agent = scene.runner("room-sync", 1);
        Assigned assigned = running(agent, "room-sync");
        Place all = room.take(ROOM).orElseThrow();
        String named = "'job_id':'" + assigned.id() + "','journal':['" + assigned.id() + "'],";
        ScriptedAgent.action(agent.sync("{'state':'running-job'," + named + "'sync':2}"), "continue");
        String end = "{'state':'finished-job'," + named + "'sync':3,'finished':{'result':'passed','exitCode':0,"
                + "'logEnd':0,'startFrom':0,'events':[]},'unready':'" + "x".repeat(70_000) + "'}";
        agent.sync(end).is(503);
        all.leave();
        ScriptedAgent.action(agent.sync(end), "wait-for-jobs");
        assertEmpty();
    }

    /** Two bodies of half a megabyte would use up the window that HTTP/2 servers usually give all streams of a connection. */
    @Test
    void bodiesThatWaitForRoomHoldUpNothingElseOnTheirConnection() {
        ScriptedAgent agent = scene.runner("room-line", 1);
        Assigned assigned = running(agent, "room-line");
        String large = "{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"" + "x".repeat(600_000) + "\"}";
        Place all = room.take(ROOM).orElseThrow();
        List<CompletableFuture<Answer>> waiting = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> agent.push(assigned.id(), 0, large), Thread::startVirtualThread))
                .toList();
        for (int sync = 2; sync < 5; sync++) {
            ScriptedAgent.action(
                    agent.sync("{'state':'running-job','job_id':'" + assigned.id() + "','journal':['" + assigned.id()
                            + "'],'sync':" + sync + "}"),
                    "continue");
        }
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        all.leave();
        assertThat(waiting).allSatisfy(push -> push.join().is(200));
        assertEmpty();
    }

    private Assigned running(ScriptedAgent agent, String name) {
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Assigned assigned = scene.committed(name, 0).published();
        ScriptedAgent.action(held.join(), "run-job");
        return assigned;
    }

    private void assertEmpty() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> room.take(ROOM).map(LargeBodiesTest::left).orElse(false));
    }

    private static boolean left(Place place) {
        place.leave();
        return true;
    }
}
