package io.signalbox.gateway.adapter.mongo.relay;

import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.relay.beat.Beat;
import io.signalbox.gateway.relay.beat.BeatStore;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.SlotFields;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.bson.BsonString;
import org.bson.Document;

/**
 * Beats as updates of {@code slots.<n>} in the runner's document, guarded by generation and sync number, so that the store never goes
 * back; a session that was ended at another gateway has no beats any more. Each slot is marked by itself: a runner's hundred slots share a bulk write.
 * What the runner said of itself with the same sync goes along, so that a sync costs one update; a beat that is refused takes it with it, since it is but a picture.
 */
public final class MongoBeatStore implements BeatStore {
    private final BatchingWriter runners;
    private final RelayId relay;
    private final BiFunction<RunnerId, Generation, Optional<Condition>> news;
    private final Marks marks;

    /**
     * Writes for {@code relay} through the writer of {@code runners}.
     *
     * @param news what a generation of a runner has said of itself and nobody has written; whoever asks writes it
     */
    public MongoBeatStore(
            BatchingWriter runners, RelayId relay, BiFunction<RunnerId, Generation, Optional<Condition>> news) {
        this.runners = runners;
        this.relay = relay;
        this.news = news;
        this.marks = new Marks(relay);
    }

    @Override
    public CompletableFuture<BeatOutcome> store(Beat beat) {
        String slot = RunnerFields.SLOTS + "." + beat.slot().number() + ".";
        String mark = marks.next();
        return runners.write(Write.guarded(
                        beat.slot().runner().value(),
                        guard(beat, slot),
                        change(beat, slot, mark),
                        new Write.Mark(slot + SlotFields.MARK, new BsonString(mark))))
                .thenApply(MongoBeatStore::outcome);
    }

    private static Document guard(Beat beat, String slot) {
        String older = switch (beat.place()) {
            case SHARED -> "$lte";
            case ITS_OWN -> "$lt";
        };
        return new Document(RunnerFields.GENERATION, beat.generation().value())
                .append(RunnerFields.DISCONNECTED_AT, null)
                .append(slot + SlotFields.SYNC, new Document(older, beat.sync()));
    }

    private Document change(Beat beat, String slot, String mark) {
        Document set = new Document(RunnerFields.RELAY, relay.value())
                .append(slot + SlotFields.SYNC, beat.sync())
                .append(slot + SlotFields.WAIT, beat.patience().toSeconds())
                .append(slot + SlotFields.MARK, mark);
        Document unset = new Document();
        beat.attempt()
                .ifPresentOrElse(
                        attempt -> set.append(slot + SlotFields.ATTEMPT, attempt.value()),
                        () -> unset.append(slot + SlotFields.ATTEMPT, ""));
        news.apply(beat.slot().runner(), beat.generation())
                .ifPresent(condition -> MongoConditionStore.put(condition, set, unset));
        Document change = new Document("$set", set).append("$inc", new Document(slot + SlotFields.BEAT, 1L));
        return unset.isEmpty() ? change : change.append("$unset", unset);
    }

    private static BeatOutcome outcome(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Written _ -> BeatOutcome.STORED;
            case WriteOutcome.Missed _ -> BeatOutcome.OVERTAKEN;
            case WriteOutcome.Duplicate _, WriteOutcome.Unknown _, WriteOutcome.Refused _ -> BeatOutcome.FAILED;
        };
    }
}
