package io.signalbox.cli.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.cli.login.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginFileIT {
    private static final Connection CONNECTION = new Connection(URI.create("https://here"), "sbp_x", "PEM", "login");

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptComesBackAndIsTheOwnersAlone() throws IOException {
        var file = new LoginFile(folder.resolve("new"));
        assertThat(file.load()).isEmpty();
        String path = file.save(CONNECTION);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(path))))
                .isEqualTo("rw-------");
        assertThat(file.load().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(CONNECTION);
        assertThat(file.forget()).isTrue();
        assertThat(file.load()).isEmpty();
        assertThat(file.forget()).isFalse();
    }

    @Test
    void aLaterLoginReplacesTheEarlierOne() throws IOException {
        var file = new LoginFile(folder);
        file.save(CONNECTION);
        file.save(new Connection(URI.create("https://there"), "sbp_y", null, "login"));
        assertThat(file.load().orElseThrow().authorities()).isNull();
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void aFileThatOthersCanReadIsNotUsed() throws IOException {
        var file = new LoginFile(folder);
        Path path = Path.of(file.save(CONNECTION));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(file::load).hasMessageContaining("can be read by others");
    }

    @Test
    void aDamagedFileSaysSo() throws IOException {
        var file = new LoginFile(folder);
        Path path = Path.of(file.save(CONNECTION));
        Files.writeString(path, "{\"addr");
        assertThatThrownBy(file::load).hasMessageContaining("log in anew");
    }

    @Test
    void theFolderIsTheUsersOwn() {
        assertThat(LoginFile.folder(Map.of("XDG_CONFIG_HOME", "/x"))).isEqualTo(Path.of("/x/signalbox"));
        assertThat(LoginFile.folder(Map.of())).endsWithRaw(Path.of(".config", "signalbox"));
    }

    @Test
    void aHomeCountsWhileSomethingRunsInIt() throws IOException {
        Files.writeString(folder.resolve("admin-token"), "sbp_admin\n");
        Files.writeString(folder.resolve("ca.pem"), "PEM");
        var homes = new LocalHomes(folder.toString(), "");
        assertThat(homes.named()).isEmpty();
        Files.writeString(folder.resolve("url"), "https://localhost:8443\n");
        assertThat(homes.named().orElseThrow().token()).isEqualTo("sbp_admin");
        assertThat(homes.near()).isEmpty();
    }
}
