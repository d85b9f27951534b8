package io.signalbox.gateway.adapter.agent.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.adapter.agent.exchange.BodyRoom.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyRoomTest {
    private static final Executor THREADS = Thread::startVirtualThread;

    private final BodyRoom room = new BodyRoom(DataSize.ofKilobytes(100));

    @Test
    void whoComesWhenItIsFullWaitsUntilAPlaceIsLeft() {
        Place first = room.take(60 * 1024).orElseThrow();
        CompletableFuture<Optional<Place>> second = CompletableFuture.supplyAsync(() -> room.take(60 * 1024), THREADS);
        Awaitility.await()
                .during(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !second.isDone());
        first.leave();
        assertThat(second.join()).isPresent();
    }

    @Test
    void whoWaitsInVainIsToComeAgain() {
        Place all = room.take(100 * 1024).orElseThrow();
        assertThat(room.take(1)).isEmpty();
        all.leave();
        assertThat(room.take(1)).isPresent();
    }

    @Test
    void placeIsLeftOnce() {
        Place first = room.take(50 * 1024).orElseThrow();
        assertThat(room.take(50 * 1024)).isPresent();
        first.leave();
        first.leave();
        assertThat(room.take(50 * 1024)).isPresent();
        assertThat(room.take(1)).isEmpty();
    }

    @Test
    void bodyLargerThanTheRoomHasItAlone() {
        Place large = room.take(16 * 1024 * 1024).orElseThrow();
        assertThat(room.take(1)).isEmpty();
        large.leave();
        assertThat(room.take(100 * 1024)).isPresent();
    }

    @Test
    void queueIsBounded() {
        Place all = room.take(100 * 1024).orElseThrow();
        List<CompletableFuture<Optional<Place>>> asked = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> room.take(1), THREADS));
        }
        Awaitility.await().atMost(Duration.ofSeconds(4)).until(() -> turnedAway(asked) > 50);
        all.leave();
        Awaitility.await()
                .atMost(Duration.ofSeconds(4))
                .until(() -> asked.stream().allMatch(CompletableFuture::isDone));
        assertThat(asked.stream().filter(one -> one.join().isPresent())).isNotEmpty();
    }

    @Test
    void smallBodiesNeedNone() {
        assertThat(room.take(100 * 1024)).isPresent();
        Place.none().leave();
        assertThat(room.take(1)).isEmpty();
    }

    private static long turnedAway(List<CompletableFuture<Optional<Place>>> asked) {
        return asked.stream()
                .filter(one -> one.isDone() && one.join().isEmpty())
                .count();
    }
}
