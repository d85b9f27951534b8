package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.AgentAnswer;
import io.signalbox.gateway.adapter.agent.exchange.AgentRequest;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.folder.FolderParts;
import io.signalbox.gateway.folder.FolderParts.PieceMissing;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.RefusedCall;
import io.signalbox.gateway.relay.folder.LiveFolders;
import io.signalbox.gateway.relay.folder.LiveFolders.Folder;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.RelayPaths;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * {@code GET jobs/{id}/folder?from=N}: gives some parts of the folder of a live attempt, from the one behind the first N on, to the runner that has the attempt. Nobody names a piece
 * here: what is given follows from the task, and each batch is given only while the attempt lives.
 */
final class FolderEndpoint {
    /** Of folders in memory, of all that are given at once. */
    private static final DataSize ROOM = DataSize.ofMegabytes(64);
    /** A batch with its last part, and its form on the wire. */
    private static final long BYTES = 4L * FolderBatch.FULL;

    private final LiveFolders folders;
    private final FolderParts parts;
    private final Refusals refusals;
    private final BodyRoom room = new BodyRoom(ROOM);
    private final Executor writers;

    FolderEndpoint(LiveFolders folders, FolderParts parts, Refusals refusals, Executor writers) {
        this.folders = folders;
        this.parts = parts;
        this.refusals = refusals;
        this.writers = writers;
    }

    void handle(AgentRequest http, AgentAnswer answer, RunnerSession runner, AttemptId attempt) {
        Optional<Long> from = LogLines.index(http.parameter(RelayPaths.FROM));
        var _ = folders.of(runner, attempt)
                .whenCompleteAsync(
                        (found, failure) -> answer.by(() -> {
                            if (failure != null) {
                                answer.empty(HttpStatus.SERVICE_UNAVAILABLE_503);
                            } else if (found.isEmpty() || from.isEmpty()) {
                                refuse(answer, runner, attempt);
                            } else {
                                giveInRoom(answer, found.get(), from.get());
                            }
                        }),
                        writers);
    }

    private void refuse(AgentAnswer answer, RunnerSession runner, AttemptId attempt) {
        refusals.refused(new RefusedCall(
                Refusal.JOB, attempt, runner.runner().id(), "no folder of an attempt that lives on this runner"));
        answer.empty(HttpStatus.NOT_FOUND_404);
    }

    private void giveInRoom(AgentAnswer answer, Folder folder, long from) {
        BodyRoom.@Nullable Place place = room.take(BYTES).orElse(null);
        if (place == null) {
            answer.comeAgain();
            return;
        }
        Optional<byte[]> batch = Optional.empty();
        try {
            batch = batch(answer, folder, from);
        } finally {
            if (batch.isEmpty()) {
                place.leave();
            }
        }
        batch.ifPresent(bytes -> answer.bytes(bytes, place::leave));
    }

    /** What is to be given; where there is nothing, that is answered. */
    private Optional<byte[]> batch(AgentAnswer answer, Folder folder, long from) {
        try {
            return Optional.of(
                    parts.batch(folder.project(), folder.manifest(), from).bytes());
        } catch (PieceMissing e) {
            answer.text(HttpStatus.GONE_410, String.valueOf(e.getMessage()));
        } catch (ProblemException e) {
            answer.empty(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
        return Optional.empty();
    }
}
