package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.decision.SlotMachine;
import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.relay.claim.ClaimOutcome;
import io.signalbox.gateway.relay.claim.ClaimedJob;
import io.signalbox.model.id.AttemptId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One slot as an actor: events wait in its mailbox and are read one at a time, by whichever thread brought the first of them.
 * Thread-safe; posting never blocks.
 */
public final class SlotSession {
    private static final Logger LOG = LoggerFactory.getLogger(SlotSession.class);
    private static final Reply DEAD = new Reply.Continue(Duration.ZERO);

    private final SlotActions actions;
    private final RelayParts parts;
    private final Queue<Mail> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unread = new AtomicInteger();
    private final Map<Long, OpenCall> open = new HashMap<>();
    private volatile Slot slot;
    private boolean ended;

    SlotSession(Slot slot, SlotActions actions, RelayParts parts) {
        this.slot = slot;
        this.actions = actions;
        this.parts = parts;
    }

    private record OpenCall(SyncCall call, Runnable timer) {}

    /** What came with an event: a sync's way back, what a claim found, or who fetches a job. */
    private record Mail(
            SlotEvent event,
            @Nullable SyncCall call,
            @Nullable ClaimedJob job,
            @Nullable CompletableFuture<ClaimOutcome> fetch) {}

    /** The slot as of now; an older state may be seen for a moment. */
    public Slot view() {
        return slot;
    }

    /** The slot synced. */
    public void sync(SyncCall call) {
        post(new Mail(new SlotEvent.Synced(call.sync()), call, null, null));
    }

    /** Something happened to the slot. */
    public void on(SlotEvent event) {
        post(new Mail(event, null, null, null));
    }

    /** An official agent fetches a job; the outcome says whether it may have it. */
    public CompletableFuture<ClaimOutcome> fetch(AttemptId attempt) {
        CompletableFuture<ClaimOutcome> outcome = new CompletableFuture<>();
        post(new Mail(new SlotEvent.Fetched(attempt), null, null, outcome));
        return outcome;
    }

    void claimed(SlotEvent.Claimed event, Optional<ClaimedJob> job) {
        post(new Mail(event, null, job.orElse(null), null));
    }

    private void post(Mail mail) {
        mailbox.add(mail);
        if (unread.getAndIncrement() == 0) {
            do {
                readSafely(mailbox.remove());
            } while (unread.decrementAndGet() > 0);
        }
    }

    /** A bug must not leave the slot deaf. */
    private void readSafely(Mail mail) {
        try {
            read(mail);
        } catch (RuntimeException e) {
            LOG.error("Failed to handle {} on {}", mail.event(), slot, e);
        }
    }

    private void read(Mail mail) {
        ended |= mail.event() instanceof SlotEvent.Ended;
        if (mail.call() != null && !opened(mail.call())) {
            return;
        }
        Step step = SlotMachine.decide(slot, mail.event(), parts.nanoTime().getAsLong());
        slot = step.slot();
        step.actions().forEach(action -> perform(action, mail));
        if (mail.fetch() != null && step.actions().stream().noneMatch(Action.Claim.class::isInstance)) {
            mail.fetch().complete(new ClaimOutcome.Refused("the job is not on the slot"));
        }
    }

    private boolean opened(SyncCall call) {
        long number = call.sync().number();
        if (ended) {
            call.exchange().answer(new Reply.Unavailable(), Optional.empty());
            return false;
        }
        if (open.containsKey(number)) {
            actions.refuse(new Action.Refuse(Refusal.STALE_SYNC, call.sync().attempt()));
            call.exchange().answer(DEAD, Optional.empty());
            return false;
        }
        Runnable timer = call.sync().patience().isZero()
                ? () -> {}
                : parts.timer().after(call.sync().patience(), () -> on(new SlotEvent.HoldEnded(number)));
        open.put(number, new OpenCall(call, timer));
        return true;
    }

    private void perform(Action action, Mail mail) {
        switch (action) {
            case Action.Answer answer -> answer(answer, mail);
            case Action.Beat beat -> actions.beat(this, beat, patience(beat.sync()));
            case Action.TakeNumber number -> actions.number(this, number);
            case Action.Hurry _ -> actions.hurry();
            case Action.Renumber renumber -> renumber(renumber);
            case Action.ReadRecord asked -> actions.readRecord(this, asked);
            case Action.Claim claim -> actions.claim(this, claim, patience(claim.sync()), mail.fetch());
            case Action.LookUp lookUp -> actions.lookUp(this, lookUp);
            case Action.Finish finish -> finish(finish);
            case Action.Free free -> actions.free(free);
            case Action.Refuse refuse -> actions.refuse(refuse);
        }
    }

    private void finish(Action.Finish finish) {
        Optional.ofNullable(open.get(finish.sync()))
                .flatMap(opened -> opened.call().end())
                .ifPresent(end -> actions.finish(this, finish, end));
    }

    private void answer(Action.Answer answer, Mail mail) {
        OpenCall opened = open.remove(answer.sync());
        if (opened != null) {
            opened.timer().run();
            opened.call().exchange().answer(answer.reply(), Optional.ofNullable(mail.job()));
        }
    }

    private void renumber(Action.Renumber renumber) {
        OpenCall opened = open.remove(renumber.from());
        if (opened != null) {
            open.put(renumber.to(), opened);
        }
    }

    private Duration patience(long sync) {
        OpenCall opened = open.get(sync);
        return opened == null ? Duration.ZERO : opened.call().sync().patience();
    }
}
