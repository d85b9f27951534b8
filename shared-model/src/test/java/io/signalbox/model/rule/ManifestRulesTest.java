package io.signalbox.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ManifestRulesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final PieceHash HASH = PieceHash.of(new byte[] {1});

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b/c", ".gitignore", "..a", "a b", "ä/ö", "a\\b", "C:x", ".github/x", "x.git"})
    void pathInsideIsOne(String path) {
        assertThat(violations(file(path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/..",
                "./a",
                "a\u0000b",
                "a\nb",
                ".git",
                ".git/config",
                "a/.GIT/hooks/post-checkout",
                "\ud800"
            })
    void pathThatIsNoneOrLeadsOutIsRefused(String path) {
        assertThat(violations(file(path))).extracting(Violation::pointer).contains("/entries/0/path");
    }

    @Test
    void longNamesAndPathsAreRefused() {
        assertThat(violations(file("ä".repeat(127)))).isEmpty();
        assertThat(violations(file("ä".repeat(128)))).hasSize(1);
        assertThat(violations(file("a/".repeat(500) + "b"))).hasSize(1);
    }

    @Test
    void eachPathIsThereOnceAndInOrder() {
        assertThat(violations(file("a"), file("A"))).hasSize(1);
        assertThat(violations(file("A"), file("a"))).isEmpty();
        assertThat(violations(file("a"), file("a"))).hasSize(1);
    }

    @Test
    void nothingLiesInAFileOrALink() {
        assertThat(violations(file("a"), file("a/b"))).hasSize(1);
        assertThat(violations(link("a", "b"), file("a.x"), file("a/b/c"))).hasSize(1);
        assertThat(violations(file("a.x"), file("a/b"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a,b", "a,b/../c", "x/a,../b", "x/y/a,../../b", "a,.", "a,b//c"})
    void linkThatStaysInside(String path, String target) {
        assertThat(violations(link(path, target))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a,/etc/passwd", "a,..", "a,../b", "x/a,../../b", "a,b/../../c", "a,''"})
    void linkThatLeadsOutIsRefused(String path, String target) {
        assertThat(violations(link(path, target)))
                .extracting(Violation::pointer)
                .containsExactly("/entries/0/target");
    }

    @Test
    void piecesAreAsManyAsTheSizeNeeds() {
        assertThat(violations(file("a", 0))).isEmpty();
        assertThat(violations(file("a", 1, HASH))).isEmpty();
        assertThat(violations(file("a", Piece.MOST_BYTES, HASH))).isEmpty();
        assertThat(violations(file("a", Piece.MOST_BYTES + 1L, HASH, HASH))).isEmpty();
        assertThat(violations(file("a", 0, HASH))).hasSize(1);
        assertThat(violations(file("a", Piece.MOST_BYTES + 1L, HASH))).hasSize(1);
        assertThat(violations(file("a", -1))).hasSize(2);
        assertThat(violations(file("a", Long.MAX_VALUE, HASH))).hasSize(1);
    }

    @Test
    void whatIsNullIsNamed() {
        assertThat(ManifestRules.violations(MAPPER.readValue("{\"entries\":[null]}", Manifest.class)))
                .hasSize(1);
        assertThat(violations(MAPPER.readValue("{\"type\":\"file\"}", ManifestEntry.class)))
                .hasSize(1);
        assertThat(violations(MAPPER.readValue("{\"type\":\"link\",\"path\":\"a\"}", ManifestEntry.class)))
                .hasSize(1);
        assertThat(violations(new ManifestEntry.File("a", false, 1L, Collections.singletonList(null))))
                .hasSize(1);
    }

    @Test
    void thereAreOnlySoMany() {
        var entries = IntStream.rangeClosed(0, ManifestRules.MOST_ENTRIES)
                .mapToObj(number -> file("%05d".formatted(number)))
                .toList();

        assertThat(ManifestRules.violations(new Manifest(entries))).hasSize(1);
        assertThat(ManifestRules.violations(new Manifest(entries.subList(1, entries.size()))))
                .isEmpty();
    }

    @Test
    void pieceThatSeveralFilesNeedIsOneOfTheFolder() {
        PieceHash other = PieceHash.of(new byte[] {2});
        var manifest = new Manifest(
                List.of(file("a", Piece.MOST_BYTES + 1L, HASH, other), link("b", "a"), file("c", 1, other)));

        assertThat(manifest.pieces()).containsExactly(new Piece(HASH, Piece.MOST_BYTES), new Piece(other, 1));
        assertThat(manifest.bytes()).isEqualTo(Piece.MOST_BYTES + 2L);
    }

    private static List<Violation> violations(ManifestEntry... entries) {
        return ManifestRules.violations(new Manifest(Arrays.asList(entries)));
    }

    private static ManifestEntry file(String path) {
        return file(path, 0);
    }

    private static ManifestEntry file(String path, long size, PieceHash... pieces) {
        return new ManifestEntry.File(path, false, size, List.of(pieces));
    }

    private static ManifestEntry link(String path, String target) {
        return new ManifestEntry.Link(path, target);
    }
}
