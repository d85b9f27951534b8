package io.signalbox.runner.adapter.http;

import io.signalbox.model.relay.RegisterRequest;
import io.signalbox.model.relay.RegisterResponse;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A relay in this process, over HTTPS and HTTP/2, that answers as the test says. */
public final class RelayServer extends Handler.Abstract {
    /** Everything that came, as {@code "HTTP/2.0 POST /path Token x wait=45"}. */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    /** Every registration. */
    public final List<RegisterRequest> registrations = new CopyOnWriteArrayList<>();
    /** Pushed logs by path, as {@code "0: lines"}. */
    public final List<String> pushes = new CopyOnWriteArrayList<>();
    /** Answers a sync; may block, and may answer nothing: then 503 goes out. */
    public volatile Function<SyncRequest, Optional<SyncResponse>> onSync = request -> Optional.empty();
    /** Status of every registration. */
    public volatile int registerStatus = 201;
    /** Status of every push. */
    public volatile int pushStatus = 200;

    private final ObjectMapper json = JsonMapper.builder().build();
    private final Server server = new Server();
    private final ServerConnector connector;

    /** Starts on a free port. */
    public RelayServer(Path keystore) throws Exception {
        var ssl = new SslContextFactory.Server();
        ssl.setKeyStorePath(keystore.toString());
        ssl.setKeyStorePassword(Certificates.PASSWORD);
        ssl.setIncludeProtocols("TLSv1.3");
        var configuration = new HttpConfiguration();
        configuration.addCustomizer(new SecureRequestCustomizer());
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol("http/1.1");
        connector = new ServerConnector(
                server,
                new SslConnectionFactory(ssl, alpn.getProtocol()),
                alpn,
                new HTTP2ServerConnectionFactory(configuration),
                new HttpConnectionFactory(configuration));
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(this);
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("https://localhost:" + connector.getLocalPort());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        String token = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        calls.add("%s %s %s %s %s"
                .formatted(
                        request.getConnectionMetaData().getHttpVersion().asString(),
                        request.getMethod(),
                        path,
                        token,
                        request.getHeaders().get(RelayPaths.PREFER)));
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        switch (path) {
            case RelayPaths.REGISTER -> register(body, response, callback);
            case RelayPaths.SYNC -> sync(body, response, callback);
            case RelayPaths.DISCONNECT -> reply(response, callback, 200, "");
            default -> push(request, body, response, callback);
        }
        return true;
    }

    private void register(String body, Response response, Callback callback) {
        registrations.add(json.readValue(body, RegisterRequest.class));
        String answer = registerStatus < 300
                ? json.writeValueAsString(new RegisterResponse("runner", "access", null, null, null))
                : "unknown registration token";
        reply(response, callback, registerStatus, answer);
    }

    private void sync(String body, Response response, Callback callback) {
        Optional<SyncResponse> answer = onSync.apply(json.readValue(body, SyncRequest.class));
        reply(
                response,
                callback,
                answer.isPresent() ? 200 : 503,
                answer.map(json::writeValueAsString).orElse(""));
    }

    private void push(Request request, String body, Response response, Callback callback) {
        String query = request.getHttpURI().getQuery();
        pushes.add(query.substring(query.indexOf('=') + 1) + ": " + body);
        reply(response, callback, pushStatus, "");
    }

    private static void reply(Response response, Callback callback, int status, String body) {
        response.setStatus(status);
        Content.Sink.write(response, true, body, callback);
    }

    /** Ends it. */
    public void close() throws Exception {
        server.stop();
    }
}
