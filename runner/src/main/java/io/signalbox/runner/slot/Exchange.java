package io.signalbox.runner.slot;

import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Relay;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import io.signalbox.runner.slot.SlotEvent.Answered;
import io.signalbox.runner.slot.SlotEvent.Ended;
import io.signalbox.runner.slot.SlotEvent.Returned;
import io.signalbox.runner.slot.SlotEvent.Silence;
import io.signalbox.runner.slot.SlotEvent.Woken;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The syncs of one slot, at most one at a time, with rising numbers. An answer counts only if it is in the inbox before anything else that ended the
 * sync; after that its number is old and it is dropped, whatever it says (C1). Used by the slot's thread; only {@link #inbox} is open to others.
 */
final class Exchange {
    private final Session session;
    private final BlockingQueue<SlotEvent> inbox = new LinkedBlockingQueue<>();
    private long number;
    private boolean awaited;

    /** The numbers rise from {@code first} on: higher than in any earlier session. */
    Exchange(Session session, long first) {
        this.session = session;
        this.number = first;
    }

    BlockingQueue<SlotEvent> inbox() {
        return inbox;
    }

    /** The number that the next sync has to carry. */
    long next() {
        number++;
        return number;
    }

    /** Sends the sync and waits for its answer or for something that makes it pointless. */
    SlotEvent sync(SyncRequest request, Duration hold) throws InterruptedException {
        long sent = number;
        awaited = true;
        Relay.Call call = session.sync(request, hold, answer -> deliver(sent, answer));
        SlotEvent event = take();
        awaited = false;
        if (!(event instanceof Answered)) {
            call.giveUp();
        }
        return event;
    }

    private void deliver(long sent, Answer<SyncResponse> answer) {
        inbox.add(new Answered(sent, answer));
    }

    private SlotEvent take() throws InterruptedException {
        SlotEvent event = inbox.take();
        while (isDead(event)) {
            event = inbox.take();
        }
        return event;
    }

    /** Waits for anything but answers. */
    SlotEvent pause(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        SlotEvent event = inbox.poll(time.toNanos(), TimeUnit.NANOSECONDS);
        while (event != null && isDead(event)) {
            event = inbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return event == null ? new Silence() : event;
    }

    private boolean isDead(SlotEvent event) {
        return switch (event) {
            case Answered answered -> !(awaited && answered.sync() == number);
            case Returned _ -> awaited;
            case Ended _, Woken _, Silence _ -> false;
        };
    }

    /** Lets the slot look again at what changes around it. */
    void listenTo(Surroundings surroundings) {
        surroundings.life().onChange(() -> inbox.add(new Woken()));
        surroundings.health().onChange(() -> inbox.add(new Woken()));
        surroundings.life().afterOutage(() -> inbox.add(new Returned()));
    }
}
