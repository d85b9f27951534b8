package io.signalbox.runner.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.runner.execution.Jobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FetchFolderTest {
    private final List<String> made = new ArrayList<>();
    private final FolderTarget target = new FolderTarget() {
        @Override
        public void file(ManifestEntry.File file, Pieces pieces) throws IOException {
            for (PieceHash piece : file.pieces()) {
                made.add(file.path() + "=" + new String(pieces.of(piece), StandardCharsets.UTF_8));
            }
        }

        @Override
        public void link(ManifestEntry.Link link) {
            made.add(link.path() + "->" + link.target());
        }
    };

    private void fetch(SentParts sent) throws IOException {
        FolderSource source = (_, from, _) -> sent.from(from);
        new FetchFolder(source, JsonMapper.builder().build()).into(target, Jobs.ATTEMPT, sent.manifest(), () -> false);
    }

    @Test
    void filesAreMadeOfTheirPiecesInOrder() throws IOException {
        fetch(SentParts.of("a", "1", "b", "2", "c", "3"));

        assertThat(made).containsExactly("a=1", "b=2", "c=3");
    }

    @Test
    void linksComeAfterAllFiles() throws IOException {
        byte[] content = "1".getBytes(StandardCharsets.UTF_8);
        var manifest = new Manifest(List.of(
                new ManifestEntry.Link("a", "z"),
                new ManifestEntry.File("z", true, 1L, List.of(PieceHash.of(content)))));

        fetch(SentParts.of(manifest, List.of(content)));

        assertThat(made).containsExactly("z=1", "a->z");
    }

    @Test
    void pieceThatIsNotWhatItsNameSaysIsRefused() {
        SentParts sent = SentParts.of("a", "1");
        sent.parts().set(1, "2".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> fetch(sent)).isInstanceOf(IOException.class).hasMessageContaining("not what its name");
        assertThat(made).isEmpty();
    }

    @Test
    void missingPieceIsNamed() {
        SentParts sent = SentParts.of("a", "1", "b", "2");
        sent.parts().removeLast();

        assertThatThrownBy(() -> fetch(sent))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(PieceHash.of(new byte[] {'2'}).value())
                .hasMessageContaining("missing");
    }

    @Test
    void manifestThatBreaksARuleMakesNothing() {
        assertThatThrownBy(() -> fetch(SentParts.of("../a", "1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("breaks a rule");
        assertThat(made).isEmpty();
    }

    @Test
    void otherManifestThanTheOneOfTheTaskIsRefused() {
        SentParts sent = SentParts.of("a", "1");
        SentParts other = SentParts.of("a", "2");

        assertThatThrownBy(() -> fetch(new SentParts(sent.manifest(), other.parts())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not what its name");
    }
}
