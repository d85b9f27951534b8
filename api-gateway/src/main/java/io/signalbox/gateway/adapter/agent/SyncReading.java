package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.SlotSync.Interruption;
import io.signalbox.gateway.core.sync.Pace;
import io.signalbox.gateway.relay.finish.AttemptEnd;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.relay.session.SlotSession;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.relay.ShutdownReason;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns a sync on the wire into what the relay decides about. */
final class SyncReading {
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(50);
    /** A running slot syncs every 5 s (C7). */
    private static final Duration LONGEST_BUSY = Duration.ofSeconds(5);

    /** The relay told it to stop its job, since its grace was over. */
    private static final Reason INTERRUPTED = new Reason(
            ReasonCode.RUNNER_RESTARTED, "its runner was told to end, and the grace for what it ran was over");

    private static final int MOST_TEXT = 200;
    private static final int MOST_SAMPLES = 60;

    private SyncReading() {}

    static SlotSync sync(SyncRequest request, Duration asked, RunnerSession runner, SlotSession slot) {
        boolean ours = request.sync() != null;
        Optional<AttemptId> attempt = attempt(request);
        return new SlotSync(
                ours ? request.sync() : slot.view().newest() + 1,
                runner.runner().generation(),
                request.state(),
                attempt,
                request.journal() == null ? Set.of() : Set.copyOf(request.journal()),
                ours ? patience(request.state(), asked) : officialPatience(request.state()),
                ours ? Protocol.OURS : Protocol.OFFICIAL,
                interruption(request, runner),
                leave(request, attempt, runner));
    }

    private static Optional<ShutdownReason> leave(
            SyncRequest request, Optional<AttemptId> attempt, RunnerSession runner) {
        return switch (request.state()) {
            case WAITING_FOR_JOBS -> runner.leave(Optional.empty(), request.interruptedAt());
            case FINISHED_JOB -> runner.leave(attempt, request.interruptedAt());
            case STARTING_JOB, RUNNING_JOB, STOPPING_JOB -> {
                runner.atWork();
                yield Optional.empty();
            }
        };
    }

    /** Ours ends what it runs by itself. */
    private static Interruption interruption(SyncRequest request, RunnerSession runner) {
        Interruption heard = runner.interruption(request.interruptedAt());
        return heard == Interruption.DUE && request.sync() != null ? Interruption.NOTICED : heard;
    }

    private static Duration patience(AgentState state, Duration asked) {
        Duration most = state == AgentState.WAITING_FOR_JOBS ? LONGEST_IDLE : LONGEST_BUSY;
        return asked.compareTo(most) > 0 ? most : asked;
    }

    private static Duration officialPatience(AgentState state) {
        return state == AgentState.WAITING_FOR_JOBS ? Pace.OFFICIAL_HELD : Duration.ZERO;
    }

    /** The end that it reports; from an official agent the bare result. */
    static Optional<AttemptEnd> end(SyncRequest request) {
        if (request.state() != AgentState.FINISHED_JOB) {
            return Optional.empty();
        }
        FinishedAttempt finished = request.finished();
        return Optional.of(finished == null ? bare(request) : whole(finished));
    }

    private static AttemptEnd whole(FinishedAttempt finished) {
        return new AttemptEnd(
                finished.result(),
                Optional.ofNullable(finished.exitCode()),
                Optional.ofNullable(finished.reason()),
                OptionalLong.of(finished.logEnd()),
                finished.startFrom(),
                finished.events().stream()
                        .map(line -> line.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static AttemptEnd bare(SyncRequest request) {
        AttemptResult ended = switch (request.jobResult()) {
            case "passed" -> AttemptResult.PASSED;
            case "stopped" -> AttemptResult.STOPPED;
            case null, default -> AttemptResult.FAILED;
        };
        Optional<Reason> reason = ended == AttemptResult.STOPPED && request.interruptedAt() > 0
                ? Optional.of(INTERRUPTED)
                : Optional.empty();
        return new AttemptEnd(ended, Optional.empty(), reason, OptionalLong.empty(), 0, List.of());
    }

    /** Why the runner wants no new task at present. */
    static Optional<String> unready(SyncRequest request) {
        return Optional.ofNullable(request.unready())
                .filter(text -> !text.isBlank())
                .map(text -> text.substring(0, Math.min(text.length(), MOST_TEXT)));
    }

    static List<HealthSample> health(SyncRequest request) {
        List<HealthSample> samples = request.health() == null ? List.of() : request.health();
        return samples.subList(Math.max(0, samples.size() - MOST_SAMPLES), samples.size());
    }

    static Optional<AttemptId> attempt(SyncRequest request) {
        return Optional.ofNullable(request.jobId()).filter(AttemptId::isValid).map(AttemptId::new);
    }
}
