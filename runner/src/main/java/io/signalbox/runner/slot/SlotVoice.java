package io.signalbox.runner.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.health.Health;
import io.signalbox.runner.journal.Journal;
import io.signalbox.runner.session.Credentials;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Surroundings;
import io.signalbox.runner.slot.SlotState.Busy;
import io.signalbox.runner.slot.SlotState.Idle;
import io.signalbox.runner.slot.SlotState.Left;
import io.signalbox.runner.slot.SlotState.Reporting;
import java.time.Duration;
import java.util.List;

/** What a slot says in each state, and how long the relay may keep it waiting for the answer. */
final class SlotVoice {
    private static final Duration IDLE = Duration.ofSeconds(45);
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** A contact is as old as two syncs when the next one is answered: so many are in time though one or two of them fail (C9). */
    private static final int SYNCS_IN_A_LIMIT = 5;

    private final int number;
    private final Journal journal;
    private final Lifecycle life;
    private final Health health;
    private List<HealthSample> said = List.of();
    private boolean ready = true;

    SlotVoice(int number, Journal journal, Surroundings surroundings) {
        this.number = number;
        this.journal = journal;
        this.life = surroundings.life();
        this.health = surroundings.health();
    }

    /** What was said last has been heard: samples need not be said again. */
    void heard() {
        health.told(said);
        said = List.of();
    }

    /** Whether what was said last allows the relay to give an attempt. */
    boolean wasReady() {
        return ready;
    }

    int number() {
        return number;
    }

    Duration hold(SlotState state) {
        return switch (state) {
            case Idle _ -> IDLE;
            case Busy busy -> busy.run().limit().map(SlotVoice::within).orElse(BUSY);
            case Reporting _, Left _ -> Duration.ZERO;
        };
    }

    private static Duration within(Duration limit) {
        Duration share = limit.dividedBy(SYNCS_IN_A_LIMIT);
        Duration least = share.compareTo(SHORTEST) > 0 ? share : SHORTEST;
        return least.compareTo(BUSY) < 0 ? least : BUSY;
    }

    /** The sync with this number; it names every open attempt of the runner (C2). */
    SyncRequest say(SlotState state, long sync, Credentials credentials) {
        return switch (state) {
            case Idle _, Left _ -> sync(AgentState.WAITING_FOR_JOBS, "", "", sync, credentials);
            case Busy(AttemptId attempt, Work _, boolean stopping) ->
                sync(
                        stopping ? AgentState.STOPPING_JOB : AgentState.RUNNING_JOB,
                        attempt.value(),
                        "",
                        sync,
                        credentials);
            case Reporting(AttemptId attempt, FinishedAttempt finished) ->
                with(
                        finished,
                        sync(AgentState.FINISHED_JOB, attempt.value(), official(finished.result()), sync, credentials));
        };
    }

    private SyncRequest sync(AgentState state, String job, String result, long sync, Credentials credentials) {
        said = number == 0 ? health.untold() : List.of();
        String unready = health.unready();
        ready = unready == null;
        return new SyncRequest(
                state,
                job,
                result,
                life.interruptedAt(),
                number,
                credentials.generation(),
                sync,
                journal.ids(),
                null,
                said.isEmpty() ? null : said,
                unready);
    }

    private static SyncRequest with(FinishedAttempt finished, SyncRequest plain) {
        return new SyncRequest(
                plain.state(),
                plain.jobId(),
                plain.jobResult(),
                plain.interruptedAt(),
                plain.slot(),
                plain.generation(),
                plain.sync(),
                plain.journal(),
                finished,
                plain.health(),
                plain.unready());
    }

    /** In the words that official agents have. */
    private static String official(AttemptResult result) {
        return switch (result) {
            case PASSED -> "passed";
            case STOPPED -> "stopped";
            case FAILED, TIMED_OUT, INTERRUPTED -> "failed";
        };
    }
}
