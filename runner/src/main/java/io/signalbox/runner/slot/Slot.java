package io.signalbox.runner.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.job.StopCause;
import io.signalbox.runner.journal.Journal;
import io.signalbox.runner.journal.OpenAttempt;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Backoff;
import io.signalbox.runner.session.Credentials;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import io.signalbox.runner.slot.SlotEvent.Answered;
import io.signalbox.runner.slot.SlotEvent.Ended;
import io.signalbox.runner.slot.SlotEvent.Returned;
import io.signalbox.runner.slot.SlotEvent.Silence;
import io.signalbox.runner.slot.SlotEvent.Woken;
import io.signalbox.runner.slot.SlotState.Busy;
import io.signalbox.runner.slot.SlotState.Idle;
import io.signalbox.runner.slot.SlotState.Left;
import io.signalbox.runner.slot.SlotState.Reporting;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The life of one slot. */
public final class Slot {
    private static final Duration SHORTEST_ROUND = Duration.ofMillis(100);
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration REPEAT = Duration.ofSeconds(1);

    private final SlotVoice voice;
    private final Session session;
    private final Journal journal;
    private final Workshop workshop;
    private final Surroundings surroundings;
    private final Exchange exchange;
    private final Backoff backoff;
    private final RecentAttempts begun = new RecentAttempts();
    private SlotState state = new Idle();

    /** A slot whose number and journal {@code voice} tells the relay; {@code firstSync} is higher than any number of an earlier session. */
    public Slot(
            int number,
            Session session,
            Journal journal,
            Workshop workshop,
            Surroundings surroundings,
            long firstSync) {
        this.voice = new SlotVoice(number, journal, surroundings);
        this.session = session;
        this.journal = journal;
        this.workshop = workshop;
        this.surroundings = surroundings;
        this.exchange = new Exchange(session, firstSync);
        this.backoff = session.backoff();
        exchange.listenTo(surroundings);
    }

    /** Tells first what an earlier run of this runner left, then works until the session is over. */
    public void run(List<OpenAttempt> leftovers) {
        try {
            for (OpenAttempt left : leftovers) {
                state = resume(left);
                workWhile(now -> now instanceof Busy || now instanceof Reporting);
            }
            workWhile(now -> !(now instanceof Left));
            sayLast();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workWhile(Predicate<SlotState> going) throws InterruptedException {
        while (going.test(state) && !surroundings.life().isOver()) {
            show();
            state = round(state);
        }
        show();
    }

    /** What came on the sync that the drain cut off was not begun: one more, with a higher number, tells the relay before the goodbye does (C1). */
    private void sayLast() throws InterruptedException {
        if (!(state instanceof Idle) || !surroundings.life().isDraining()) {
            return;
        }
        exchange.inbox().clear();
        for (int tries = session.gateways() + 1; tries > 0; ) {
            switch (exchange.sync(voice.say(state, exchange.next(), session.credentials()), Duration.ZERO)) {
                case Answered(long _, Answer.Unavailable<SyncResponse> _) -> tries--;
                case Answered _ -> {
                    return;
                }
                case Ended _, Woken _, Returned _, Silence _ -> {}
            }
        }
        session.lastWordUnheard();
    }

    private void show() {
        switch (state) {
            case Idle _ -> surroundings.board().show(voice.number(), "idle", null);
            case Busy busy -> surroundings.board().show(voice.number(), "busy", busy.attempt());
            case Reporting told -> surroundings.board().show(voice.number(), "reporting", told.attempt());
            case Left _ -> surroundings.board().show(voice.number(), "left", null);
        }
    }

    /** Its log may be long: until it has arrived the syncs name the attempt, so that nobody takes it for lost (C11). */
    private SlotState resume(OpenAttempt left) {
        surroundings.life().resume();
        begun.add(left.attempt());
        surroundings.log().say("Reporting attempt " + left.attempt() + " of an earlier run");
        Work work = workshop.recover(left, finished -> exchange.inbox().add(new Ended(finished)));
        return new Busy(left.attempt(), work, false);
    }

    private SlotState round(SlotState now) throws InterruptedException {
        Credentials credentials = session.credentials();
        long began = System.nanoTime();
        Moment sent = surroundings.moments().now();
        SlotEvent event = exchange.sync(voice.say(now, exchange.next(), credentials), voice.hold(now));
        return switch (event) {
            case Answered(long _, Answer.Given<SyncResponse>(SyncResponse response)) -> {
                backoff.reset();
                voice.heard();
                surroundings.board().synced(surroundings.clock().instant());
                SlotState next = obey(now, response, sent);
                yield rest(next, pauseAfter(now, next, response, began));
            }
            case Answered(long _, Answer.Refused<SyncResponse> refused) -> refused(now, refused, credentials);
            case Answered(long _, Answer.Unavailable<SyncResponse> _) -> rest(now, backoff.next());
            case Ended(FinishedAttempt finished) -> end(now, finished);
            case Woken _, Returned _, Silence _ -> now;
        };
    }

    private SlotState rest(SlotState now, Duration pause) throws InterruptedException {
        if (pause.isZero()) {
            return now;
        }
        return exchange.pause(pause) instanceof Ended(FinishedAttempt finished) ? end(now, finished) : now;
    }

    /**
     * A relay that answers at once and changes nothing is not asked in a circle. A task that is over in a moment needs no
     * sync between its beginning and its end: the answer that brought it was contact enough.
     */
    private static Duration pauseAfter(SlotState now, SlotState next, SyncResponse response, long began) {
        if (!next.equals(now)) {
            return now instanceof Idle && next instanceof Busy ? MOMENT : Duration.ZERO;
        }
        Duration wanted = Duration.ofMillis(response.nextSyncAfter());
        Duration least = now instanceof Reporting ? REPEAT : SHORTEST_ROUND.minusNanos(System.nanoTime() - began);
        Duration pause = wanted.compareTo(least) > 0 ? wanted : least;
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    private SlotState refused(SlotState now, Answer.Refused<SyncResponse> refused, Credentials credentials)
            throws InterruptedException {
        surroundings.log().say("Refused at sync: " + refused.status() + " " + refused.reason());
        if (refused.unknownToken() && !session.renew(credentials)) {
            surroundings.life().turnAway(surroundings.clock().instant());
            return turnedAway(now);
        }
        return rest(now, backoff.next());
    }

    /** What runs goes on, whoever refuses: it may be a proxy in the relay's place. An end that nobody takes stays in the journal for the next start. */
    private SlotState turnedAway(SlotState now) throws InterruptedException {
        return switch (now) {
            case Busy _ -> rest(now, backoff.next());
            case Reporting _ -> {
                surroundings.life().finished();
                yield new Left();
            }
            case Idle _, Left _ -> new Left();
        };
    }

    private SlotState obey(SlotState now, SyncResponse response, Moment sent) {
        return switch (now) {
            case Idle _ -> idle(response, sent);
            case Busy busy -> busy(busy, response, sent);
            case Reporting reporting -> reporting(reporting, response);
            case Left left -> left;
        };
    }

    private SlotState idle(SyncResponse response, Moment sent) {
        JobPayload job = response.job();
        if (response.action() == SyncAction.SHUTDOWN) {
            return shutDown(response);
        }
        return response.action() == SyncAction.RUN_JOB && job != null && isNamed(job.jobId())
                ? begin(job, sent)
                : new Idle();
    }

    /** What a payload leaves out is null, whatever its type says. */
    private static boolean isNamed(@Nullable AttemptId attempt) {
        return attempt != null;
    }

    /** C2: what is in the journal runs or has run already, and so has what was begun before and is struck out of it. */
    private SlotState begin(JobPayload job, Moment sent) {
        AttemptId attempt = job.jobId();
        if (journal.ids().contains(attempt) || begun.contains(attempt)) {
            surroundings.log().say("Ignoring attempt " + attempt + ", which was given before");
            return new Idle();
        }
        if (!voice.wasReady() || !surroundings.life().tryBegin()) {
            return new Idle();
        }
        return enter(job) ? start(job, sent) : new Idle();
    }

    /** Without its entry an attempt must not begin; the relay takes it back when the next sync does not name it (C1). */
    private boolean enter(JobPayload job) {
        try {
            journal.began(OpenAttempt.of(job, voice.number()));
            return true;
        } catch (UncheckedIOException e) {
            surroundings.log().say("Refusing attempt " + job.jobId() + ": " + e.getMessage() + ", " + e.getCause());
            surroundings.life().finished();
            return false;
        }
    }

    private SlotState start(JobPayload job, Moment sent) {
        begun.add(job.jobId());
        surroundings.log().say("Starting attempt " + job.jobId() + " in slot " + voice.number());
        Work work = workshop.begin(job, sent, finished -> exchange.inbox().add(new Ended(finished)));
        return new Busy(job.jobId(), work, false);
    }

    /** An answer that carries a stop is no renewal (C7). */
    private SlotState busy(Busy busy, SyncResponse response, Moment sent) {
        if (response.action() != SyncAction.STOP_JOB) {
            busy.run().renew(sent);
        }
        return switch (response.action()) {
            case STOP_JOB -> stop(busy, response);
            case SHUTDOWN -> {
                SlotState _ = shutDown(response);
                yield busy;
            }
            case CONTINUE, RUN_JOB, WAIT_FOR_JOBS -> busy;
        };
    }

    private SlotState stop(Busy busy, SyncResponse response) {
        if (!busy.attempt().equals(response.jobId())) {
            surroundings.log().say("Ignoring a stop of attempt " + response.jobId() + ", which does not run here");
            return busy;
        }
        surroundings.log().say("Stopping attempt " + busy.attempt());
        boolean late = response.reason() == ReasonCode.TASK_TIMEOUT;
        busy.run().stop(late ? new StopCause.TimedOut("the relay said so") : new StopCause.Requested());
        return new Busy(busy.attempt(), busy.run(), true);
    }

    private SlotState end(SlotState now, FinishedAttempt finished) {
        if (!(now instanceof Busy busy)) {
            throw new IllegalStateException("an attempt ended in slot " + voice.number() + ", which ran none");
        }
        surroundings.log().say("Ended attempt " + busy.attempt() + ": " + describe(finished));
        return new Reporting(busy.attempt(), finished);
    }

    private static String describe(FinishedAttempt finished) {
        return finished.result().wire() + (finished.exitCode() == null ? "" : " with status " + finished.exitCode());
    }

    /** Only these two answers acknowledge an end. */
    private SlotState reporting(Reporting reporting, SyncResponse response) {
        return switch (response.action()) {
            case WAIT_FOR_JOBS, SHUTDOWN -> {
                journal.acknowledged(reporting.attempt());
                workshop.forget(reporting.attempt());
                surroundings.life().finished();
                yield response.action() == SyncAction.SHUTDOWN ? shutDown(response) : new Idle();
            }
            case CONTINUE, RUN_JOB, STOP_JOB -> reporting;
        };
    }

    private SlotState shutDown(SyncResponse response) {
        surroundings.log().say("Leaving with slot " + voice.number() + ": " + response.shutdownReason());
        surroundings.life().drain(surroundings.clock().instant());
        return new Left();
    }
}
