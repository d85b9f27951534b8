package io.signalbox.gateway.adapter.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.security.TokenValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void keptFileIsForTheOwnerAlone() throws IOException {
        Home.at(folder).keep("key", "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void publishedFileIsReplacedWhole() {
        Home home = Home.at(folder);
        home.publish("run/gateway-1.url", "https://old");
        home.publish("run/gateway-1.url", "https://new");

        assertThat(home.read("run/gateway-1.url")).contains("https://new");
        assertThat(folder.resolve("run")).isDirectoryContaining(file -> true).isDirectoryNotContaining("glob:**.new*");
    }

    @Test
    void firstTokenIsMadeOnceForAllWhoAskAtOnce() throws Exception {
        Callable<TokenValue> ask = () -> new FirstToken(Home.at(folder), "admin-token", TokenValue.API).value();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var values =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> ask).toList());

            assertThat(values.stream().map(it -> it.resultNow().text()).distinct())
                    .hasSize(1);
        }
    }
}
