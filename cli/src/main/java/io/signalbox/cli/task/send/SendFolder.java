package io.signalbox.cli.task.send;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Screen;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends a folder: offers its manifest, sends the pieces that the project does not have, and offers it again. What is there already, from this folder or
 * another, is not sent. Blocks.
 */
public final class SendFolder {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A request has some megabytes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final double MEGABYTE = 1_000_000;

    private final Desk desk;
    private final FolderListing listing;

    /** Sends by {@code desk} what {@code listing} names. */
    public SendFolder(Desk desk, FolderListing listing) {
        this.desk = desk;
        this.listing = listing;
    }

    /**
     * Sends it.
     *
     * @param project whose task will have it; the gateway's default if null
     * @return what names it in a task
     */
    public String send(@Nullable String project, Path folder) throws InterruptedException {
        ScannedFolder scanned = scanned(folder);
        Call offer = Call.put("folders")
                .with("project", project)
                .body(JSON.valueToTree(scanned.manifest()))
                .within(PATIENCE);
        Doc answer = desk.api().send(offer).doc();
        List<PieceHash> missing =
                answer.texts("missing").stream().map(PieceHash::new).toList();
        if (!missing.isEmpty()) {
            new Upload(desk, project, scanned, missing).run();
            answer = desk.api().send(offer).doc();
        }
        if (answer.text("manifest").isEmpty()) {
            throw new Failure(ExitCode.REFUSED, "The gateway misses pieces that were sent: try again.");
        }
        note(scanned, missing.size());
        return answer.text("manifest");
    }

    private ScannedFolder scanned(Path folder) throws InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw Failure.usage("--send " + folder + " is not a folder.");
        }
        progress(desk.screen(), "Reading " + folder);
        SortedSet<String> paths = listing.paths(folder);
        ScannedFolder scanned = ScannedFolder.of(folder, paths);
        if (scanned.manifest().entries().isEmpty()) {
            throw Failure.usage(
                    "There is nothing to send in " + folder + ": it is empty, or .gitignore names all of it.");
        }
        return scanned;
    }

    private void note(ScannedFolder folder, int sent) {
        desk.screen()
                .note(String.format(
                        Locale.ROOT,
                        "Folder: %d files and links, %.1f MB; %d of %d pieces were new",
                        folder.manifest().entries().size(),
                        folder.manifest().bytes() / MEGABYTE,
                        sent,
                        folder.places().size()));
    }

    /** Elsewhere each text would be a line. */
    private static void progress(Screen screen, String text) {
        if (screen.terminal().error()) {
            screen.progress(text);
        }
    }

    /** The pieces of one folder on their way, some in each request. */
    private static final class Upload {
        private final Desk desk;
        private final @Nullable String project;
        private final ScannedFolder folder;
        private final List<PieceHash> missing;
        private ArrayNode batch = JSON.createArrayNode();
        private int bytes;
        private int sent;

        Upload(Desk desk, @Nullable String project, ScannedFolder folder, List<PieceHash> missing) {
            this.desk = desk;
            this.project = project;
            this.folder = folder;
            this.missing = missing;
        }

        void run() throws InterruptedException {
            Api api = desk.api();
            for (PieceHash hash : missing) {
                byte[] content = content(hash);
                if (bytes + content.length > Piece.MOST_BYTES) {
                    flush(api);
                }
                batch.add(content);
                bytes += content.length;
            }
            flush(api);
        }

        private void flush(Api api) throws InterruptedException {
            sent += batch.size();
            ObjectNode body = JSON.createObjectNode();
            body.set("pieces", batch);
            api.send(Call.put("pieces").with("project", project).body(body).within(PATIENCE));
            progress(desk.screen(), "Sent %d of %d pieces".formatted(sent, missing.size()));
            batch = JSON.createArrayNode();
            bytes = 0;
        }

        private byte[] content(PieceHash hash) {
            ScannedFolder.Place place = Objects.requireNonNull(folder.places().get(hash), "an unknown piece is missed");
            try {
                byte[] content = place.read();
                if (PieceHash.of(content).equals(hash)) {
                    return content;
                }
            } catch (IOException e) {
                throw new Failure(ExitCode.REFUSED, place.file() + " cannot be read any more: " + e.getMessage());
            }
            throw new Failure(ExitCode.REFUSED, place.file() + " changed while it was sent: try again.");
        }
    }
}
