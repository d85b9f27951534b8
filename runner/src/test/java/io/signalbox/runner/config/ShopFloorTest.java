package io.signalbox.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.ScriptedRelay;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** C1: what comes between the last words of the slots and the goodbye. */
class ShopFloorTest {
    private final ScriptedRelay relay = new ScriptedRelay();
    private final Lifecycle life = new Lifecycle();
    private final Session session = Sessions.open(relay, Sessions.surroundings(life));
    private final Thread ended = Thread.ofVirtual().start(() -> {});

    @Test
    void slotsThatHaveSaidTheirLastWordsAreFollowedByAGoodbye() throws InterruptedException {
        ended.join();
        ShopFloor.awaitLastWords(List.of(ended), Duration.ZERO, session);
        session.disconnect();
        assertThat(relay.goodbyes).hasSize(1);
    }

    /** What was given on the sync that it gave up would be lost by a goodbye, though it never began. */
    @Test
    void slotThatStillTriesWhenTheTimeIsUpLeavesWithoutAGoodbye() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        Thread trying = Thread.ofVirtual().start(() -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ended.join();
        ShopFloor.awaitLastWords(List.of(trying, ended), Duration.ofMillis(1), session);
        answer.countDown();
        session.disconnect();
        assertThat(relay.goodbyes).isEmpty();
    }

    /** The others were stopped in the middle of what they had to say: the next start says it. */
    @Test
    void runnerThatBrokeLeavesWithoutAGoodbye() throws InterruptedException {
        ended.join();
        life.fail();
        ShopFloor.awaitLastWords(List.of(ended), Duration.ZERO, session);
        session.disconnect();
        assertThat(relay.goodbyes).isEmpty();
    }
}
