package io.signalbox.gateway.relay.beat;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** C7: nothing is promised before the store has it. */
class BeatsTest {
    private final List<Beat> sent = new ArrayList<>();
    private final CompletableFuture<BeatOutcome> store = new CompletableFuture<>();
    private final Beats beats = new Beats(beat -> {
        sent.add(beat);
        return store;
    });

    @Test
    void beatsWaitForTheFlushAndForTheStore() {
        CompletableFuture<BeatOutcome> first = beats.soon(beat(0, 1));
        CompletableFuture<BeatOutcome> second = beats.soon(beat(1, 1));
        assertThat(sent).isEmpty();
        beats.flush();
        assertThat(sent).containsExactlyInAnyOrder(beat(0, 1), beat(1, 1));
        assertThat(first).isNotDone();
        store.complete(BeatOutcome.STORED);
        assertThat(List.of(first.join(), second.join())).containsOnly(BeatOutcome.STORED);
    }

    @Test
    void newerBeatOfASlotTakesThePlaceOfTheOlder() {
        CompletableFuture<BeatOutcome> older = beats.soon(beat(0, 1));
        CompletableFuture<BeatOutcome> newer = beats.soon(beat(0, 2));
        beats.flush();
        assertThat(sent).containsExactly(beat(0, 2));
        store.complete(BeatOutcome.FAILED);
        assertThat(List.of(older.join(), newer.join())).containsOnly(BeatOutcome.FAILED);
    }

    @Test
    void beatOfAClaimGoesAtOnceInPlaceOfTheWaitingOne() {
        CompletableFuture<BeatOutcome> idle = beats.soon(beat(0, 1));
        CompletableFuture<BeatOutcome> naming = beats.now(naming(0, 1));
        assertThat(sent).containsExactly(naming(0, 1));
        store.complete(BeatOutcome.STORED);
        beats.flush();
        assertThat(sent).hasSize(1);
        assertThat(List.of(idle.join(), naming.join())).containsOnly(BeatOutcome.STORED);
    }

    /** A gateway that ends is still asked, and nobody flushes there any more. */
    @Test
    void afterTheEndNothingWaits() {
        CompletableFuture<BeatOutcome> before = beats.soon(beat(0, 1));
        beats.end();
        CompletableFuture<BeatOutcome> after = beats.soon(beat(1, 1));
        assertThat(sent).containsExactly(beat(0, 1), beat(1, 1));
        store.complete(BeatOutcome.STORED);
        assertThat(List.of(before.join(), after.join())).containsOnly(BeatOutcome.STORED);
    }

    private static Beat beat(int slot, long sync) {
        return new Beat(
                new SlotRef(RunnerId.forName("r"), slot),
                new Generation(1),
                sync,
                Optional.empty(),
                Duration.ofSeconds(45));
    }

    private static Beat naming(int slot, long sync) {
        Beat idle = beat(slot, sync);
        AttemptId attempt = AttemptId.derive(TaskId.forKey(ProjectName.DEFAULT, "t"), Instant.EPOCH, new Epoch(1), 1);
        return new Beat(idle.slot(), idle.generation(), sync, Optional.of(attempt), idle.patience());
    }
}
