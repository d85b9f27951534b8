package io.signalbox.cli.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.cli.adapter.http.ScriptedGateway.Bytes;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Outcome;
import io.signalbox.cli.login.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** The client against a gateway over TLS that answers rightly, late, in part, or with nonsense. */
class HttpTransportIT {
    private static final Call CALL = Call.get("tasks");
    private static final int TLS_RECORD_HEADER = 5;

    @TempDir
    private static Path folder;

    @Test
    void aCallCarriesTokenKeyAndBody() throws Exception {
        try (var gateway = gateway(_ -> Bytes.answer(201, "{}"))) {
            Call call = Call.post("tasks")
                    .body(JsonNodeFactory.instance.objectNode().put("name", "ü"))
                    .key("k1");
            assertThat(to(gateway).send(call)).isInstanceOf(Outcome.Answered.class);
            assertThat(gateway.requests.getFirst())
                    .startsWith("POST /api/v1/tasks HTTP/1.1")
                    .contains("Authorization: Bearer sbp_test", "Idempotency-Key: k1", "Content-Type: application/json")
                    .endsWith("{\"name\":\"ü\"}");
        }
    }

    @Test
    void whatTheGatewaySaysOfTimeIsHeard() throws Exception {
        try (var gateway =
                gateway(_ -> Bytes.answer(503, "{}", "Retry-After: 7", "Date: Thu, 01 Jan 2026 00:00:00 GMT"))) {
            assertThat(to(gateway).send(CALL)).isInstanceOfSatisfying(Outcome.Answered.class, answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
                assertThat(answer.date()).contains(Instant.parse("2026-01-01T00:00:00Z"));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60})
    void anAnswerThatIsCutIsNone(int missing) throws Exception {
        try (var gateway =
                gateway(_ -> Bytes.answer(200, "{'events':['some','more']}").cut(missing))) {
            assertThat(to(gateway).send(CALL)).isInstanceOf(Outcome.Broken.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0\0",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/9 x\r\n\r\n"
            })
    void nonsenseIsNoAnswer(String nonsense) throws Exception {
        try (var gateway = gateway(_ -> Bytes.raw(nonsense))) {
            assertThat(to(gateway).send(CALL)).isInstanceOf(Outcome.Broken.class);
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() throws Exception {
        var never = new CountDownLatch(1);
        try (var gateway = gateway(_ -> waited(never))) {
            Call hasty = new Call("GET", "/api/v1/tasks", List.of(), null, null, Duration.ofMillis(200));
            assertThat(to(gateway).send(hasty))
                    .isInstanceOfSatisfying(
                            Outcome.Broken.class,
                            broken -> assertThat(broken.detail()).startsWith("no whole answer within"));
        } finally {
            never.countDown();
        }
    }

    @Test
    void anInterruptGivesUpAtOnce() throws Exception {
        var never = new CountDownLatch(1);
        try (var gateway = gateway(_ -> waited(never))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> to(gateway).send(CALL)).isInstanceOf(InterruptedException.class);
        } finally {
            never.countDown();
        }
    }

    @Test
    void whoCannotProveWhoHeIsGetsNothing() throws Exception {
        try (var gateway = gateway(_ -> Bytes.answer(200, "{}"))) {
            var connection = new Connection(gateway.address(), "sbp_test", null, "test");
            assertThat(transport(connection).send(CALL)).isInstanceOf(Outcome.Untrusted.class);
            assertThat(gateway.calls).isEmpty();
        }
    }

    /** A gateway that dies does so, too, and no authority that is named helps. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handshakeThatIsCutIsABrokenConnection(boolean reset) throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread _ = Thread.ofVirtual().start(() -> cutHandshake(server, reset));
            var connection =
                    new Connection(URI.create("https://localhost:" + server.getLocalPort()), "sbp_test", null, "test");
            assertThat(transport(connection).send(CALL)).isInstanceOf(Outcome.Broken.class);
        }
    }

    private static void cutHandshake(ServerSocket server, boolean reset) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().readNBytes(TLS_RECORD_HEADER);
                if (reset) {
                    socket.setOption(StandardSocketOptions.SO_LINGER, 0);
                } else {
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                }
            } catch (IOException e) {
                // The server is closed, or the client has gone.
            }
        }
    }

    @Test
    void nobodyThereIsToldApartFromANameThatIsNotKnown() throws Exception {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(detail(URI.create("https://localhost:" + port))).endsWith("refuses connections");
        assertThat(detail(URI.create("https://nowhere.invalid"))).isEqualTo("the name nowhere.invalid is not known");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var gateway = gateway(_ -> Bytes.answer(302, "", "Location: https://elsewhere.invalid/"))) {
            assertThat(to(gateway).send(CALL))
                    .isInstanceOfSatisfying(
                            Outcome.Answered.class,
                            answer -> assertThat(answer.status()).isEqualTo(302));
        }
    }

    private static String detail(URI address) throws InterruptedException {
        Outcome outcome =
                transport(new Connection(address, "sbp_test", null, "test")).send(CALL);
        return ((Outcome.NoConnection) outcome).detail();
    }

    private static Bytes waited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Bytes.raw("");
    }

    private static ScriptedGateway gateway(Function<String, Bytes> script) throws Exception {
        return new ScriptedGateway(folder, script);
    }

    private static HttpTransport to(ScriptedGateway gateway) throws Exception {
        String authority = Files.readString(gateway.authority(), StandardCharsets.US_ASCII);
        return transport(new Connection(gateway.address(), "sbp_test", authority, "test"));
    }

    private static HttpTransport transport(Connection connection) {
        return new HttpTransport(Clients.open(connection, new EnvironmentProxies(Map.of())), connection);
    }
}
