package io.signalbox.faults.core.crash;

import static io.signalbox.faults.core.crash.Ending.LOST_BEGUN;
import static io.signalbox.faults.core.crash.Ending.LOST_UNBEGUN;
import static io.signalbox.faults.core.crash.Ending.PASSED;
import static io.signalbox.faults.core.crash.Spot.before;
import static io.signalbox.faults.core.crash.Spot.behind;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The places on a task's way at which a program is killed, in the order of the programs and of the way. The task may run once and is not to be
 * re-run when its runner is lost. {@code docs/failure-modes.md} has a table of it.
 */
public enum CrashPoint {
    SUBMISSION_READ(
            before("gateway.adapter.mongo.task.MongoTaskInserts.insert"),
            "the submission is checked, nothing is stored",
            "nobody was told that it is accepted: the client repeats it with its key at the other gateway",
            PASSED),
    SUBMISSION_STORED(
            before("gateway.task.submit.SubmitTasks.created"),
            "it is stored; nobody is told, neither the leader nor the client",
            "the repeat is answered with the task that is there (C24); the bell is rung for by the sweep",
            PASSED),
    SUBMISSION_UNANSWERED(
            before("gateway.task.submit.SubmitController.answer"),
            "it is stored, the bell is handed over, the client is not answered",
            "the repeat is answered with the task that is there (C24)",
            PASSED),
    BELL_UNRUNG(
            before("gateway.adapter.bus.Bell.publish"),
            "the doorbell is taken to be sent, and is not",
            "the sweep finds the queued event in the outbox",
            PASSED),
    ASSIGNMENT_HEARD(
            before("gateway.relay.command.RelayCommands.assign"),
            "the relay has heard of an assignment, and claims nothing",
            "the runner's slot syncs at the other gateway, which looks the attempt up (C5)",
            PASSED),
    CLAIM_UNSTORED(
            before("gateway.adapter.mongo.relay.MongoStartReports.claim"),
            "the relay is about to claim the start",
            "as above; the claim is made there",
            PASSED),
    CLAIM_STORED(
            before("gateway.relay.claim.Claims.stored"),
            "claim and beat are stored, the task is not read yet",
            "the other gateway raises the claim to the sync that it has heard, and gives the attempt (C1)",
            PASSED),
    CLAIM_UNANSWERED(
            before("gateway.relay.session.SlotSession.claimed"),
            "the start is granted, the runner is not answered",
            "as above",
            PASSED),
    LOG_UNSTORED(
            before("gateway.adapter.mongo.log.MongoChunkStore.insert"),
            "a batch of the log has arrived, and is not stored",
            "the runner pushes it again at the other gateway",
            PASSED),
    LOG_UNANSWERED(
            before("gateway.log.view.LiveLogs.grew"),
            "a chunk of the log is stored, the push is not answered",
            "the repeat is compared with what is stored, and skipped (C20)",
            PASSED),
    END_HEARD(
            before("gateway.relay.finish.FinishAttempt.finish"),
            "the end has arrived, nothing of it is stored",
            "the runner tells it at the other gateway",
            PASSED),
    END_UNSEALED(
            before("gateway.relay.finish.FinishAttempt.seal"),
            "the last batch of the log is stored, the seal is not",
            "as above; what is stored is skipped",
            PASSED),
    END_UNREPORTED(
            before("gateway.adapter.mongo.relay.MongoEndReports.append"),
            "the log is sealed, the end is not reported",
            "as above; a sealed log is sealed",
            PASSED),
    END_UNANSWERED(
            before("gateway.relay.session.SlotActions.tell"),
            "the end is reported; nobody is told, neither the leader nor the runner",
            "the sweep reads the report (C18); the runner's repeat is acknowledged",
            PASSED),
    BELL_HEARD(
            before("scheduler.core.decide.LearnTasks.submitted"),
            "the leader has heard of the task, and decides nothing",
            "the next leader finds it waiting at its take-over",
            PASSED),
    ASSIGNMENT_UNSTORED(
            before("scheduler.adapter.mongo.MongoTaskStore.commit"),
            "a slot is chosen, nothing is stored",
            "as above",
            PASSED),
    ASSIGNMENT_UNPUBLISHED(
            behind("scheduler.adapter.mongo.MongoTaskStore.commit"),
            "the assignment is stored, no relay is told",
            "the next leader stamps it anew and publishes it (C15)",
            PASSED),
    ASSIGNMENT_PUBLISHED(
            before("scheduler.loop.outside.SendToRelays.bringBack"),
            "the broker has taken the message, the leader has not noted it",
            "the next leader publishes it again; relay and runner know it (C2)",
            PASSED),
    EVENT_UNAPPENDED(
            before("scheduler.adapter.mongo.event.MongoEventStore.append"),
            "a state is stored, its event is not in the feed",
            "it stands in the outbox, and is appended from there (C19)",
            PASSED),
    EVENT_UNCLEARED(
            before("scheduler.adapter.mongo.event.MongoOutboxStore.clear"),
            "an event is in the feed and in the outbox still",
            "the next leader looks for it in the feed before it appends (C19)",
            PASSED),
    START_UNSTORED(
            before("scheduler.adapter.mongo.MongoTaskStore.commit").at(2),
            "the claim is read, that the attempt runs is not stored",
            "the claim stands among the reports, and is read again (C18)",
            PASSED),
    START_STORED(
            behind("scheduler.adapter.mongo.MongoTaskStore.commit").at(2),
            "that the attempt runs is stored, its event is not in the feed",
            "as with every event: from the outbox",
            PASSED),
    END_UNSTORED(
            before("scheduler.adapter.mongo.MongoTaskStore.commit").at(3),
            "the end is read, and not stored",
            "its report stands there, and is read again (C18)",
            PASSED),
    END_STORED(
            behind("scheduler.adapter.mongo.MongoTaskStore.commit").at(3),
            "the end is stored, its event is not in the feed, its report not removed",
            "the event comes from the outbox; the report is seen to be that of this end, and goes",
            PASSED),
    REPORT_UNREMOVED(
            before("scheduler.adapter.mongo.MongoReportStore.remove"),
            "state and event of the end are stored, the report is not removed",
            "as above",
            PASSED),
    JOB_ARRIVED(
            before("runner.slot.Slot.begin"),
            "the answer with the work has arrived, the journal does not know it",
            "the runner's next sync does not name it: it was never begun, and is taken back (C1)",
            PASSED),
    JOB_JOURNALED(
            behind("runner.adapter.disk.DiskJournal.began"),
            "the journal knows the attempt, nothing is started",
            "the runner cannot tell how far it came, and reports it as interrupted",
            LOST_UNBEGUN),
    SHELL_UNOPENED(
            before("runner.execution.AttemptRun.runCommands"),
            "the working folder is made, no shell runs yet",
            "as above",
            LOST_UNBEGUN),
    OUTPUT_UNSPOOLED(
            before("runner.output.LogTranscript.write"),
            "the task has written its first line, the runner has not kept it",
            "as above; the guard has killed what ran (C9)",
            LOST_BEGUN),
    OUTPUT_UNPUSHED(
            before("runner.adapter.http.HttpRelay.push").at(3),
            "the third batch of the log is spooled, and not pushed",
            "as above; the runner pushes what it finds in its spool",
            LOST_BEGUN),
    PUSH_UNNOTED(
            before("runner.adapter.disk.DiskSpool.acknowledge").at(3),
            "the relay has taken the third batch, the runner has not noted it",
            "as above; what it pushes again is skipped (C20)",
            LOST_BEGUN),
    END_UNJOURNALED(
            before("runner.adapter.disk.DiskJournal.ended"),
            "the commands have ended, the journal does not know it",
            "as above: the result went with the process",
            LOST_BEGUN),
    END_UNTOLD(
            behind("runner.adapter.disk.DiskJournal.ended"),
            "the journal knows the end, the relay does not",
            "the runner tells it when it is back (C11)",
            PASSED),
    END_ACKNOWLEDGED(
            before("runner.adapter.disk.DiskJournal.acknowledged"),
            "the relay has acknowledged the end, the journal does not know it",
            "the runner tells it again, and is acknowledged again",
            PASSED),
    END_STRUCK_OUT(
            behind("runner.adapter.disk.DiskJournal.acknowledged"),
            "the journal has forgotten the attempt, its spool is not deleted",
            "nothing is left to be told",
            PASSED);

    private final String type;
    private final String method;
    private final Spot.Side side;
    private final int call;
    private final String moment;
    private final String recovery;
    private final Ending ending;

    CrashPoint(Spot spot, String moment, String recovery, Ending ending) {
        this.type = spot.type();
        this.method = spot.method();
        this.side = spot.side();
        this.call = spot.call();
        this.moment = moment;
        this.recovery = recovery;
        this.ending = ending;
    }

    /** Where it is. */
    public Spot spot() {
        return new Spot(type, method, side, call);
    }

    /** How far the task has come. */
    public String moment() {
        return moment;
    }

    /** What makes it go on. */
    String recovery() {
        return recovery;
    }

    /** How it ends. */
    public Ending ending() {
        return ending;
    }

    /** Its name on the command line. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The point of this name. */
    public static CrashPoint of(String wire) {
        return Stream.of(values())
                .filter(point -> point.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown crash point '" + wire + "'"));
    }
}
