package io.signalbox.gateway.folder.http;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.folder.Folders;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes folders and their pieces. Bodies are large here: only so many are read at once. */
@RestController
public final class FolderController {
    private static final int AT_ONCE = 8;
    /** Of padded base64, with room for what is around it. */
    private static final int MOST_BYTES = 2 * Piece.MOST_BYTES;

    private final JsonBody json;
    private final Folders folders;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** Keeps them in {@code folders}. */
    public FolderController(JsonBody json, Folders folders) {
        this.json = json;
        this.folders = folders;
    }

    /**
     * Body with pieces.
     *
     * @param pieces the content of each
     */
    record NewPieces(@Nullable List<byte[]> pieces) {}

    @PutMapping(path = "/api/v1/folders", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.SUBMITTER)
    @Described(
            id = "offerFolder",
            summary = "Says which pieces of a folder are missing; takes it when none is",
            reads = Manifest.class,
            problems = {ErrorCode.FOLDER_TOO_LARGE, ErrorCode.NO_ROOM_FOR_PIECES})
    Folders.Offer offer(@RequestParam Optional<String> project, InputStream body, Caller caller) throws IOException {
        return inTurn(() -> folders.offer(caller.project(project), read(body, Manifest.class)));
    }

    @PutMapping(path = "/api/v1/pieces", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.SUBMITTER)
    @Described(
            id = "sendPieces",
            summary = "Stores pieces of folders, each under the hash of its content",
            reads = NewPieces.class,
            answers = 204,
            problems = ErrorCode.NO_ROOM_FOR_PIECES)
    ResponseEntity<Void> send(@RequestParam Optional<String> project, InputStream body, Caller caller)
            throws IOException {
        return inTurn(() -> {
            folders.upload(caller.project(project), contents(read(body, NewPieces.class)));
            return ResponseEntity.noContent().build();
        });
    }

    private <T> T read(InputStream body, Class<T> type) throws IOException {
        return json.read(JsonBody.bytes(body, MOST_BYTES, ErrorCode.BODY_TOO_LARGE), type, ErrorCode.INVALID_REQUEST);
    }

    private static List<byte[]> contents(NewPieces body) {
        List<byte[]> pieces = body.pieces() == null ? List.of() : body.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            byte @Nullable [] piece = pieces.get(i);
            if (piece == null || piece.length == 0 || piece.length > Piece.MOST_BYTES) {
                throw Problem.at(
                                ErrorCode.INVALID_REQUEST,
                                "/pieces/" + i,
                                "must have 1 to %d bytes".formatted(Piece.MOST_BYTES))
                        .toException();
            }
        }
        return pieces;
    }

    private <T> T inTurn(Work<T> work) throws IOException {
        if (!turns.tryAcquire()) {
            throw Problem.of(ErrorCode.OVERLOADED, "Others send folders at present")
                    .toException();
        }
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }

    /** What is done when it is a request's turn. */
    private interface Work<T> {
        T run() throws IOException;
    }
}
