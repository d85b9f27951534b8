package io.signalbox.model.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.GoldenFile;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderBatchTest {
    @Test
    void isReadAsItWasWritten() throws IOException {
        List<byte[]> parts = List.of(new byte[] {1, 2, 3}, new byte[] {4});

        FolderBatch more = FolderBatch.of(new FolderBatch(parts, false).bytes());
        FolderBatch last = FolderBatch.of(new FolderBatch(parts, true).bytes());

        assertThat(more.parts()).containsExactly(parts.getFirst(), parts.getLast());
        assertThat(more.isLast()).isFalse();
        assertThat(last.parts()).hasSize(2);
        assertThat(last.isLast()).isTrue();
        assertThat(FolderBatch.of(new FolderBatch(List.of(), true).bytes()).isLast())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0000", "00000001", "0000000201", "ffffffff01", "000000010100", "0000000000", "7fffffff0102"
            })
    void whatIsCutOrLiesAboutItsLengthIsRefused(String hex) {
        assertThatThrownBy(() -> FolderBatch.of(HexFormat.of().parseHex(hex))).isInstanceOf(IOException.class);
    }

    @Test
    void manifestKeepsItsJson() {
        PieceHash hash = PieceHash.of(new byte[] {1});
        new GoldenFile("folder/manifest")
                .holds(new Manifest(List.of(
                        new ManifestEntry.File("bin/run", true, 1L, List.of(hash)),
                        new ManifestEntry.Link("run", "bin/run"))));
    }
}
