package io.signalbox.gateway.adapter.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.gateway.secret.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void namedFileIsTheKeyOfEveryGatewayAndTheHomeHasNone() throws IOException {
        Path named = folder.resolve("key");
        Files.writeString(named, MasterKey.fresh(new SecureRandom()) + "\n");

        assertThat(keyOf("two", Optional.of(named)).id())
                .isEqualTo(keyOf("one", Optional.of(named)).id());
        assertThat(folder.resolve("one/master-key")).doesNotExist();
    }

    @Test
    void withoutANameTheHomeKeepsItsOwn() {
        String one = keyOf("one", Optional.empty()).id();

        assertThat(keyOf("one", Optional.empty()).id()).isEqualTo(one);
        assertThat(keyOf("two", Optional.empty()).id()).isNotEqualTo(one);
    }

    @Test
    void namedFileThatIsNotThereIsNamed() {
        Optional<Path> missing = Optional.of(folder.resolve("missing"));

        assertThatThrownBy(() -> keyOf("one", missing))
                .hasMessageContaining("signalbox.master-key-file")
                .hasMessageContaining(missing.get().toString());
    }

    private MasterKey keyOf(String home, Optional<Path> named) {
        return new KeyFile(Home.at(folder.resolve(home)), named).get();
    }
}
