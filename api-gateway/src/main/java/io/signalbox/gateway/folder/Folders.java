package io.signalbox.gateway.folder;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.rule.ManifestRules;
import io.signalbox.model.rule.Violation;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes folders: a client offers a manifest and hears which pieces are missing, sends these, and offers it again; then a task may name it. Everything
 * may be repeated. Blocks; thread-safe; what is wrong ends with a problem.
 */
public final class Folders {
    private static final String MANIFEST = "/folder/manifest";

    private final PieceStore store;
    private final FolderTasks tasks;
    private final FolderLimits limits;
    private final ProjectRoom room;
    private final JsonMapper mapper;
    private final InstantSource clock;

    /**
     * Keeps folders.
     *
     * @param mapper manifests have its form
     * @param clock the store's, by which what is not used is purged
     */
    public Folders(
            PieceStore store,
            FolderTasks tasks,
            FolderLimits limits,
            LongSupplier nanoTime,
            JsonMapper mapper,
            InstantSource clock) {
        this.store = store;
        this.tasks = tasks;
        this.limits = limits;
        this.room = new ProjectRoom(store, limits.perProject(), nanoTime);
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * What became of an offer.
     *
     * @param manifest names it for a task; absent while pieces are missing
     * @param missing pieces to be sent first
     */
    public record Offer(@Nullable PieceHash manifest, List<PieceHash> missing) {}

    /** Takes a manifest, if all of its pieces are there. */
    public Offer offer(ProjectName project, Manifest manifest) {
        List<Violation> violations = ManifestRules.violations(manifest);
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(ErrorCode.INVALID_REQUEST, first.pointer() + " " + first.detail(), violations)
                    .toException();
        }
        if (manifest.bytes() > limits.perTask()) {
            throw Problem.of(ErrorCode.FOLDER_TOO_LARGE, tooLarge(manifest)).toException();
        }
        List<PieceHash> missing = missing(project, manifest);
        if (!missing.isEmpty()) {
            return new Offer(null, missing);
        }
        byte[] content = mapper.writeValueAsBytes(manifest);
        if (content.length > Manifest.MOST_BYTES) {
            throw Problem.of(
                            ErrorCode.FOLDER_TOO_LARGE,
                            "A manifest may have %d bytes of JSON".formatted(Manifest.MOST_BYTES))
                    .toException();
        }
        upload(project, List.of(content));
        return new Offer(PieceHash.of(content), List.of());
    }

    /** Stores pieces, whatever they belong to. */
    public void upload(ProjectName project, List<byte[]> contents) {
        Map<PieceHash, byte[]> fresh = new LinkedHashMap<>();
        contents.forEach(content -> fresh.put(PieceHash.of(content), content));
        fresh.keySet().removeAll(store.use(project, fresh.keySet(), clock.instant()));
        long bytes =
                fresh.values().stream().mapToLong(content -> content.length).sum();
        if (bytes > 0 && !room.take(project, bytes)) {
            throw Problem.of(
                            ErrorCode.NO_ROOM_FOR_PIECES,
                            "The pieces of project '%s' may have %d bytes together; what nothing uses goes after %s"
                                    .formatted(project, limits.perProject(), limits.kept()))
                    .toException();
        }
        store.add(project, List.copyOf(fresh.values()), clock.instant());
    }

    /** Why a task of this project cannot have the folder of this manifest, if it cannot. Otherwise it stays for a task that is stored soon. */
    public Optional<Problem> lacking(ProjectName project, PieceHash manifest) {
        Set<PieceHash> there = store.use(project, List.of(manifest), clock.instant());
        byte[] content = store.contents(project, there).get(manifest);
        if (content == null) {
            return Optional.of(Problem.at(
                    ErrorCode.INVALID_SPEC,
                    MANIFEST,
                    "project %s has no such folder; send it again".formatted(project)));
        }
        Manifest found;
        try {
            found = mapper.readValue(content, Manifest.class);
        } catch (JacksonException e) {
            return Optional.of(Problem.at(ErrorCode.INVALID_SPEC, MANIFEST, "names what is no manifest"));
        }
        if (!ManifestRules.violations(found).isEmpty()) {
            return Optional.of(Problem.at(ErrorCode.INVALID_SPEC, MANIFEST, "names a manifest that breaks a rule"));
        }
        if (found.bytes() > limits.perTask()) {
            return Optional.of(Problem.of(ErrorCode.FOLDER_TOO_LARGE, tooLarge(found)));
        }
        return missing(project, found).isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.at(
                        ErrorCode.INVALID_SPEC, MANIFEST, "names a folder with missing pieces; send it again"));
    }

    /** A task with a folder is about to be stored: nothing of it goes before the task has ended. */
    public void hold(FolderTask task) {
        tasks.add(task, clock.instant());
    }

    private List<PieceHash> missing(ProjectName project, Manifest manifest) {
        List<PieceHash> wanted = manifest.pieces().stream().map(Piece::hash).toList();
        Set<PieceHash> there = store.use(project, wanted, clock.instant());
        return wanted.stream().filter(hash -> !there.contains(hash)).toList();
    }

    private String tooLarge(Manifest manifest) {
        return "The files of a folder may have %d bytes together, but have %d"
                .formatted(limits.perTask(), manifest.bytes());
    }
}
