package io.signalbox.gateway.adapter.agent.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls over real connections, which the server gives up when they are silent for a moment. */
class AgentHandlerTest {
    private static final Duration SILENCE = Duration.ofMillis(500);
    private static final int MOST = 100;

    private final CompletableFuture<AgentAnswer> held = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private ServerConnector connector;

    @BeforeEach
    void start() throws Exception {
        server = new Server();
        HttpConfiguration http = new HttpConfiguration();
        connector =
                new ServerConnector(server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
        connector.setHost("localhost");
        connector.setIdleTimeout(SILENCE.toMillis());
        server.addConnector(connector);
        server.setHandler(new Scripted());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.stop();
    }

    /** Does what the path says. */
    private final class Scripted extends AgentHandler {
        @Override
        protected void serve(AgentRequest request, AgentAnswer answer) throws IOException {
            switch (request.path()) {
                case "/held" -> held.complete(answer);
                case "/late" -> later(() -> answer.text(404, "late"));
                case "/body" ->
                    answer.text(
                            200,
                            request.body(MOST).map(body -> "" + body.length).orElse("too long"));
                default -> throw new MongoException("away");
            }
        }
    }

    private static void later(Runnable answering) {
        Executor soon = CompletableFuture.delayedExecutor(SILENCE.toMillis() / 5, TimeUnit.MILLISECONDS);
        soon.execute(answering);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void answerMayComeLater(HttpClient.Version version) throws Exception {
        HttpResponse<String> response = post("/late", version, "");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("late");
        assertThat(response.version()).isEqualTo(version);
    }

    /** An empty 200 would acknowledge what nobody has done yet. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void callerThatTheServerGivesUpGetsNoAnswer(HttpClient.Version version) throws Exception {
        assertThatThrownBy(() -> post("/held", version, "")).isInstanceOf(IOException.class);
        held.get(10, TimeUnit.SECONDS).empty(200);
    }

    @Test
    void callerThatSendsNoMoreGetsNoAnswer() throws Exception {
        try (Socket socket = new Socket("localhost", connector.getLocalPort())) {
            socket.getOutputStream()
                    .write("POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void bodyIsReadUpToTheMostWhetherItsLengthIsSaidOrNot() throws Exception {
        for (int length : new int[] {0, 1, MOST}) {
            String body = "x".repeat(length);
            assertThat(post("/body", HttpClient.Version.HTTP_2, body).body()).isEqualTo("" + length);
            assertThat(unsized(body)).isEqualTo("" + length);
        }
        String body = "x".repeat(MOST + 1);
        assertThat(post("/body", HttpClient.Version.HTTP_2, body).body()).isEqualTo("too long");
        assertThat(unsized(body)).isEqualTo("too long");
    }

    @Test
    void storeThatIsAwayIsACallToRepeat() throws Exception {
        assertThat(post("/store", HttpClient.Version.HTTP_1_1, "").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> post(String path, HttpClient.Version version, String body) throws Exception {
        return send(path, version, BodyPublishers.ofString(body));
    }

    private String unsized(String body) throws Exception {
        return send("/body", HttpClient.Version.HTTP_1_1, BodyPublishers.fromPublisher(BodyPublishers.ofString(body)))
                .body();
    }

    private HttpResponse<String> send(String path, HttpClient.Version version, HttpRequest.BodyPublisher body)
            throws Exception {
        URI address = URI.create("http://localhost:" + connector.getLocalPort() + path);
        return client.send(
                HttpRequest.newBuilder(address).version(version).POST(body).build(), BodyHandlers.ofString());
    }
}
