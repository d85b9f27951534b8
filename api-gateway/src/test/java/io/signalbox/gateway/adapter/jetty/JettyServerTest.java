package io.signalbox.gateway.adapter.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.adapter.home.Home;
import io.signalbox.gateway.adapter.tls.CertificateAuthority;
import io.signalbox.gateway.json.ApiJson;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;

class JettyServerTest {
    private static final int BURST = 100;
    private static final JettySettings SLOW =
            new JettySettings(0, 256, 16 * 1024, Duration.ofSeconds(90), BURST / 5, 2 * BURST);

    @TempDir
    private Path folder;

    @Test
    void newConnectionsAreLetInByRateAndNoneIsLost() throws IOException {
        JettyWebServer server = server();
        server.start();
        List<Socket> burst = new ArrayList<>();
        try {
            ServerConnector connector = (ServerConnector) server.getServer().getConnectors()[0];
            for (int i = 0; i < BURST; i++) {
                burst.add(new Socket("localhost", server.getPort()));
            }
            assertThat(connector.getConnectedEndPoints()).hasSizeLessThan(BURST);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> connector.getConnectedEndPoints().size() == BURST);
        } finally {
            for (Socket socket : burst) {
                socket.close();
            }
            server.stop();
        }
    }

    private JettyWebServer server() {
        Instant now = Instant.now();
        JettyServletWebServerFactory factory = new JettyServletWebServerFactory();
        factory.setDocumentRoot(folder.toFile());
        new JettyServer(
                        SLOW,
                        CertificateAuthority.in(Home.at(folder), now)
                                .issue(Set.of("localhost"), now)
                                .toStores(),
                        ApiJson.mapper(),
                        new PathMappingsHandler.NoContext())
                .customize(factory);
        return (JettyWebServer) factory.getWebServer();
    }
}
