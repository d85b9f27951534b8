package io.signalbox.runner.adapter.disk.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFolderIT {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private final List<PieceHash> asked = new ArrayList<>();
    private Path work;
    private DiskFolder folder;

    @BeforeEach
    void open() throws IOException {
        work = Files.createDirectory(home.resolve("work")).toRealPath();
        folder = new DiskFolder(work);
    }

    private void file(String path, byte[]... pieces) throws IOException {
        long size = 0;
        for (byte[] piece : pieces) {
            size += piece.length;
        }
        file(path, false, size, pieces);
    }

    private void file(String path, boolean executable, long size, byte[]... pieces) throws IOException {
        List<PieceHash> hashes = List.of(pieces).stream().map(PieceHash::of).toList();
        folder.file(new ManifestEntry.File(path, executable, size, hashes), hash -> {
            asked.add(hash);
            return pieces[hashes.indexOf(hash)];
        });
    }

    @Test
    void fileHasContentAndWhetherItCanBeRun() throws IOException {
        file("bin/run", true, HELLO.length, HELLO);
        file("plain", HELLO);
        file("empty");

        assertThat(work.resolve("bin/run")).hasContent("hello");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("bin/run"))))
                .isEqualTo("rwxr-xr-x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("plain"))))
                .isEqualTo("rw-r--r--");
        assertThat(work.resolve("empty")).isEmptyFile();
    }

    @Test
    void pieceThatWasWrittenBeforeIsNotAskedForAgain() throws IOException {
        byte[] full = new byte[Piece.MOST_BYTES];
        file("a", full, HELLO);
        file("b", full, full, HELLO);
        file("c", HELLO);

        assertThat(asked).containsExactly(PieceHash.of(full), PieceHash.of(HELLO));
        assertThat(work.resolve("b")).hasSize(2L * Piece.MOST_BYTES + HELLO.length);
        assertThat(work.resolve("c")).hasContent("hello");
    }

    @Test
    void pieceOfAnotherSizeThanSaidIsRefused() {
        assertThatThrownBy(() -> file("bomb", false, 1, HELLO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bomb does not have the size");
    }

    @Test
    void linkIsMadeAsItIs() throws IOException {
        file("lib/one", HELLO);
        folder.link(new ManifestEntry.Link("lib/two", "one"));

        assertThat(Files.readSymbolicLink(work.resolve("lib/two"))).isEqualTo(Path.of("one"));
        assertThat(work.resolve("lib/two")).hasContent("hello");
    }

    @Test
    void nothingIsMadeTwice() throws IOException {
        file("a", HELLO);
        folder.link(new ManifestEntry.Link("out", ".."));

        assertThatThrownBy(() -> file("a", HELLO)).hasMessageContaining("a is there already");
        assertThatThrownBy(() -> folder.link(new ManifestEntry.Link("out", "a")))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> file("out", HELLO)).hasMessageContaining("already");
    }

    @Test
    void nothingIsMadeOutside() {
        assertThatThrownBy(() -> file("../a", HELLO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(home.resolve("a")).doesNotExist();
    }
}
