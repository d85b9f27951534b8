package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.relay.RelayPaths;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {
    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient client = gateway.client();

    @Test
    void whoShowsNoTokenIsToldWhichHeaderIsMissing() {
        Answer answer = client.with("").get("/api/v1/me").isProblem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().at("/retryable").asBoolean()).isFalse();
    }

    @Test
    void unknownTokenIsRefused() {
        client.with("sbp_unknown").get("/api/v1/me").isProblem(401, "unauthenticated");
        client.with("nonsense").get("/api/v1/me").isProblem(401, "unauthenticated");
    }

    @Test
    void unknownAddressIsAProblem() {
        client.get("/api/v1/nothing").isProblem(404, "not_found");
        client.get("/").isProblem(404, "not_found");
    }

    /** They know no token of clients, and what is asked by way of them is asked of the client API, with all that it asks for. */
    @Test
    void addressesOfAgentsAreNotOfTheClientApi() throws Exception {
        Answer answer = client.post(RelayPaths.SYNC).is(401);
        assertThat(answer.response().headers().map()).doesNotContainKeys("WWW-Authenticate", "RateLimit-Limit");
        assertThat(raw("GET " + RelayPaths.BASE + "/../tasks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json", "unauthenticated");
    }

    @Test
    void unknownMethodIsAProblem() {
        client.post("/api/v1/me").isProblem(405, "method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PROPFIND", "TRACE", "OPTIONS"})
    void methodThatAnAddressDoesNotKnowIsToldThoseThatItDoes(String method) {
        assertThat(allowed(method, "/api/v1/me")).isEqualTo("GET");
        assertThat(allowed(method, RelayPaths.BASE + "/occupancy")).isEqualTo("GET");
        assertThat(allowed(method, "/openapi.json")).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "TRACE", "OPTIONS"})
    void addressOfSeveralMethodsTellsAllOfThem(String method) {
        assertThat(allowed(method, "/api/v1/tasks").split(", ?")).containsExactlyInAnyOrder("GET", "POST");
        assertThat(allowed(method, RelayPaths.LOGS + "/x")).isEqualTo("POST");
    }

    private String allowed(String method, String path) {
        return client.send(client.request(path)
                        .method(method, BodyPublishers.noBody())
                        .build())
                .is(405)
                .header("Allow");
    }

    @Test
    void brokenFormIsNoFailure() {
        client.send(client.request("/api/v1/tokens")
                        .header("Content-Type", "multipart/form-data")
                        .build())
                .is(200);
        client.send(client.request("/api/v1/tasks")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("--x"))
                        .build())
                .isProblem(415, "unsupported_media_type");
    }

    @Test
    void unknownParameterIsRefused() {
        client.get("/api/v1/me?who=else").isProblem(400, "invalid_parameter");
    }

    @Test
    void largeHeadersAreAProblem() throws Exception {
        assertThat(raw("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(16 * 1024)))
                .startsWith("HTTP/1.1 431")
                .contains("X-Request-Id: ", "application/problem+json", "headers_too_large");
    }

    @Test
    void whatIsNoHttpIsAProblem() throws Exception {
        assertThat(raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("X-Request-Id: ", "application/problem+json", "malformed_request");
    }

    @Test
    void tls12IsRefused() throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void http2IsSpoken() {
        assertThat(client.get("/api/v1/me").is(200).response().version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @Test
    void http11IsSpoken() {
        HttpRequest request = client.request("/api/v1/me")
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        assertThat(client.send(request).is(200).response().version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void credentialsInHomeAreForTheOwnerAlone() throws IOException {
        for (String file : new String[] {"admin-token", "ca-key.pem"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(gateway.home().resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() throws Exception {
        try (HttpClient plain = HttpClient.newHttpClient()) {
            for (String path :
                    new String[] {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"}) {
                URI uri = gateway.management().resolve(path);
                assertThat(plain.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
        client.get("/actuator/health").isProblem(404, "not_found");
    }

    private String raw(String request) throws Exception {
        try (SSLSocket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private SSLSocket socket() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, null);
        return (SSLSocket) context.getSocketFactory()
                .createSocket("localhost", gateway.url().getPort());
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
