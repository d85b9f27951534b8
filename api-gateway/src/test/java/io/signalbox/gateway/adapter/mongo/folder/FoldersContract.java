package io.signalbox.gateway.adapter.mongo.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.folder.FolderLimits;
import io.signalbox.gateway.folder.FolderParts;
import io.signalbox.gateway.folder.FolderTask;
import io.signalbox.gateway.folder.Folders;
import io.signalbox.gateway.folder.PurgePieces;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.testkit.time.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Folders over a store: whose they are, how much they may be, and when they go. */
interface FoldersContract {
    ProjectName SHOP = new ProjectName("shop");
    ProjectName OTHER = new ProjectName("other");
    FolderLimits LIMITS = new FolderLimits(1_000, 600, Duration.ofDays(8));
    JsonMapper JSON = ApiJson.mapper();

    Store store();

    ManualClock clock();

    @Test
    default void sameFolderIsSentOnce() {
        Manifest manifest = manifest("a", "one", "b", "two", "c", "one");

        assertThat(folders().offer(SHOP, manifest).missing()).containsExactly(hash("one"), hash("two"));
        folders().upload(SHOP, contents("one"));
        assertThat(folders().offer(SHOP, manifest).missing()).containsExactly(hash("two"));
        folders().upload(SHOP, contents("two", "one"));

        Folders.Offer taken = folders().offer(SHOP, manifest);
        assertThat(taken.missing()).isEmpty();
        assertThat(folders().offer(SHOP, manifest)).isEqualTo(taken);
        assertThat(folders().lacking(SHOP, Objects.requireNonNull(taken.manifest())))
                .isEmpty();
    }

    @Test
    default void piecesOfAnotherProjectAreNotThere() {
        PieceHash manifest = sent(SHOP, "a", "one");

        assertThat(folders().offer(OTHER, manifest("a", "one")).missing()).containsExactly(hash("one"));
        assertThat(folders().lacking(OTHER, manifest)).isPresent();
        assertThatThrownBy(() -> parts().batch(OTHER, manifest, 0)).isInstanceOf(FolderParts.PieceMissing.class);
    }

    @Test
    default void pieceThatIsNoManifestIsNoFolder() {
        folders()
                .upload(
                        SHOP,
                        contents("one", "{\"entries\":[{\"type\":\"link\",\"path\":\"a\",\"target\":\"/etc\"}]}"));

        assertThat(folders().lacking(SHOP, hash("one"))).isPresent();
        assertThat(folders()
                        .lacking(SHOP, hash("{\"entries\":[{\"type\":\"link\",\"path\":\"a\",\"target\":\"/etc\"}]}")))
                .isPresent();
    }

    @Test
    default void partsComeInOrderFromAnyOfThem() {
        PieceHash manifest = sent(SHOP, "a", "one", "b", "two", "c", "one");

        FolderBatch all = parts().batch(SHOP, manifest, 0);
        assertThat(PieceHash.of(all.parts().getFirst())).isEqualTo(manifest);
        assertThat(texts(all).subList(1, 3)).containsExactly("one", "two");
        assertThat(all.isLast()).isTrue();
        assertThat(texts(parts().batch(SHOP, manifest, 2))).containsExactly("two");
        assertThat(parts().batch(SHOP, manifest, 3)).isEqualTo(new FolderBatch(List.of(), true));
        assertThat(parts().batch(SHOP, manifest, 99)).isEqualTo(new FolderBatch(List.of(), true));
    }

    @Test
    default void folderThatIsTooLargeIsRefused() {
        var large = new Manifest(List.of(new ManifestEntry.File("a", false, 1_001L, List.of(hash("x")))));

        assertRefused(ErrorCode.FOLDER_TOO_LARGE, () -> folders().offer(SHOP, large));
    }

    @Test
    default void projectHasOnlySoMuchRoom() {
        Folders folders = folders();
        folders.upload(SHOP, contents("x".repeat(400)));

        folders.upload(SHOP, contents("x".repeat(400)));
        assertRefused(ErrorCode.NO_ROOM_FOR_PIECES, () -> folders.upload(SHOP, contents("y".repeat(400))));
        assertRefused(ErrorCode.NO_ROOM_FOR_PIECES, () -> folders().upload(SHOP, contents("y".repeat(400))));
        folders.upload(OTHER, contents("y".repeat(400)));
    }

    @Test
    default void whatNothingUsesGoes() {
        PieceHash old = sent(SHOP, "a", "one", "b", "two");
        clock().advance(Duration.ofDays(5));
        PieceHash young = sent(SHOP, "a", "one", "c", "three");
        clock().advance(Duration.ofDays(4));
        purge();

        assertThat(folders().lacking(SHOP, old)).isPresent();
        assertThat(folders().lacking(SHOP, young)).isEmpty();
        assertThat(folders().offer(SHOP, manifest("b", "two")).missing()).hasSize(1);
        clock().advance(Duration.ofDays(9));
        purge();
        assertThat(store().deciding(CollectionNames.PIECES).countDocuments()).isZero();
    }

    @Test
    default void pieceOfATaskThatHasNotEndedStays() {
        PieceHash manifest = sent(SHOP, "a", "one");
        TaskId task = task("queued");
        folders().hold(new FolderTask(task, SHOP, manifest));
        for (int hours = 0; hours < 24 * 40; hours += 90) {
            clock().advance(Duration.ofHours(90));
            purge();
            assertThat(texts(parts().batch(SHOP, manifest, 1))).containsExactly("one");
        }
        store().deciding(CollectionNames.TASKS)
                .updateOne(new Document("_id", task.value()), new Document("$set", new Document("state", "passed")));
        clock().advance(Duration.ofDays(5));
        purge();
        clock().advance(Duration.ofDays(9));
        purge();

        assertThat(store().deciding(CollectionNames.PIECES).countDocuments()).isZero();
        assertThat(store().deciding(CollectionNames.FOLDER_TASKS).countDocuments())
                .isZero();
    }

    @Test
    default void purgeThatComesLateTakesNothingFromUnderATask() {
        PieceHash manifest = sent(SHOP, "a", "one");
        folders().hold(new FolderTask(task("running"), SHOP, manifest));
        clock().advance(Duration.ofDays(100));
        purge();

        assertThat(texts(parts().batch(SHOP, manifest, 1))).containsExactly("one");
    }

    @Test
    default void taskThatWasNeverStoredHoldsNothing() {
        PieceHash manifest = sent(SHOP, "a", "one");
        folders().hold(new FolderTask(new TaskId(UUID.randomUUID().toString()), SHOP, manifest));
        clock().advance(Duration.ofDays(9));
        purge();

        assertThat(folders().lacking(SHOP, manifest)).isPresent();
    }

    @Test
    default void moreThanABatchGoes() {
        List<byte[]> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            many.add(new byte[] {(byte) i, (byte) (i >> 8)});
        }
        new Folders(pieces(), tasks(), new FolderLimits(1, 10_000, LIMITS.kept()), () -> 0, JSON, clock())
                .upload(SHOP, many);
        clock().advance(Duration.ofDays(9));
        purge();

        assertThat(store().deciding(CollectionNames.PIECES).countDocuments()).isZero();
    }

    @Test
    default void withoutTheStoresTimeNothingGoes() {
        sent(SHOP, "a", "one");
        clock().advance(Duration.ofDays(100));
        new PurgePieces(parts(), tasks(), LIMITS, Optional::empty).run();

        assertThat(store().deciding(CollectionNames.PIECES).countDocuments()).isEqualTo(2);
    }

    private PieceHash sent(ProjectName project, String... pathsAndContents) {
        Manifest manifest = manifest(pathsAndContents);
        for (int i = 1; i < pathsAndContents.length; i += 2) {
            folders().upload(project, contents(pathsAndContents[i]));
        }
        return Objects.requireNonNull(folders().offer(project, manifest).manifest());
    }

    private TaskId task(String state) {
        TaskId task = new TaskId(UUID.randomUUID().toString());
        store().deciding(CollectionNames.TASKS)
                .insertOne(new Document(TaskFields.ID, task.value()).append(TaskFields.STATE, state));
        return task;
    }

    private void purge() {
        Instant now = clock().instant();
        new PurgePieces(parts(), tasks(), LIMITS, () -> Optional.of(now)).run();
    }

    private Folders folders() {
        return new Folders(pieces(), tasks(), LIMITS, () -> 0, JSON, clock());
    }

    private FolderParts parts() {
        return new FolderParts(pieces(), content -> JSON.readValue(content, Manifest.class));
    }

    private MongoPieceStore pieces() {
        return new MongoPieceStore(store(), LIMITS.grain());
    }

    private MongoFolderTasks tasks() {
        return new MongoFolderTasks(store());
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }

    private static Manifest manifest(String... pathsAndContents) {
        List<ManifestEntry> entries = new ArrayList<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            String content = pathsAndContents[i + 1];
            entries.add(new ManifestEntry.File(
                    pathsAndContents[i], false, (long) content.length(), List.of(hash(content))));
        }
        return new Manifest(entries);
    }

    private static List<byte[]> contents(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> texts(FolderBatch batch) {
        return batch.parts().stream()
                .map(part -> new String(part, StandardCharsets.UTF_8))
                .toList();
    }

    private static PieceHash hash(String content) {
        return PieceHash.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
