package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.AgentResponse;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.adapter.agent.exchange.LaterAnswer;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
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

    void handle(HttpServletRequest http, RunnerSession runner, AttemptId attempt) {
        Optional<Long> from = LogLines.index(http.getParameter(RelayPaths.FROM));
        LaterAnswer later = LaterAnswer.to(http);
        var _ = folders.of(runner, attempt)
                .whenCompleteAsync(
                        (found, failure) -> later.finish(response -> {
                            if (failure != null) {
                                AgentResponse.empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                            } else if (found.isEmpty() || from.isEmpty()) {
                                refuse(response, runner, attempt);
                            } else {
                                giveInRoom(response, found.get(), from.get());
                            }
                        }),
                        writers);
    }

    private void refuse(HttpServletResponse response, RunnerSession runner, AttemptId attempt) {
        refusals.refused(new RefusedCall(
                Refusal.JOB, attempt, runner.runner().id(), "no folder of an attempt that lives on this runner"));
        AgentResponse.empty(response, HttpServletResponse.SC_NOT_FOUND);
    }

    private void giveInRoom(HttpServletResponse response, Folder folder, long from) throws IOException {
        BodyRoom.@Nullable Place place = room.take(BYTES).orElse(null);
        if (place == null) {
            AgentResponse.comeAgain(response);
            return;
        }
        try {
            give(response, folder, from);
        } finally {
            place.leave();
        }
    }

    private void give(HttpServletResponse response, Folder folder, long from) throws IOException {
        byte[] body;
        try {
            body = parts.batch(folder.project(), folder.manifest(), from).bytes();
        } catch (PieceMissing e) {
            AgentResponse.text(response, HttpServletResponse.SC_GONE, String.valueOf(e.getMessage()));
            return;
        } catch (ProblemException e) {
            AgentResponse.empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        AgentResponse.bytes(response, body);
    }
}
