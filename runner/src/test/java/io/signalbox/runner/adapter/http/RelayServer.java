package io.signalbox.runner.adapter.http;

import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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
    /** What goes wrong; true when it has answered the call itself. */
    public volatile Hazard hazard = (call, response, callback) -> false;
    /** Takes every push that is answered with 200. */
    public volatile Consumer<Pushed> onPush = pushed -> {};
    /** Status of every registration. */
    public volatile int registerStatus = 201;
    /** Status of every push. */
    public volatile int pushStatus = 200;

    private final ObjectMapper json = JsonMapper.builder().build();
    private final Server server = new Server();
    private final ServerConnector connector;

    /** Something goes wrong. */
    @FunctionalInterface
    public interface Hazard {
        boolean strike(Call call, Response response, Callback callback) throws Exception;
    }

    /** A call as it came. */
    public record Call(String path, String body, Request request) {}

    /** A push as it came. */
    public record Pushed(String path, long startFrom, List<String> lines) {}

    /** Starts on a free port. */
    public RelayServer(Path keystore) throws Exception {
        this(keystore, 256);
    }

    /** Starts on a free port, with so many streams for each connection. */
    public RelayServer(Path keystore, int mostStreams) throws Exception {
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
                http2(configuration, mostStreams),
                new HttpConnectionFactory(configuration));
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(this);
        server.start();
    }

    private static HTTP2ServerConnectionFactory http2(HttpConfiguration configuration, int mostStreams) {
        var http2 = new HTTP2ServerConnectionFactory(configuration);
        http2.setMaxConcurrentStreams(mostStreams);
        return http2;
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
        var call = new Call(path, body, request);
        if (hazard.strike(call, response, callback)) {
            return true;
        }
        switch (path) {
            case RelayPaths.REGISTER -> register(body, response, callback);
            case RelayPaths.SYNC -> sync(body, response, callback);
            case RelayPaths.DISCONNECT -> reply(response, callback, 200, "");
            default -> push(call, response, callback);
        }
        return true;
    }

    /** An answer as it travels. */
    public String json(SyncResponse response) {
        return json.writeValueAsString(response);
    }

    /** Does what a call asks, without an answer. */
    void work(Call call) {
        if (call.path().equals(RelayPaths.SYNC)) {
            Optional<SyncResponse> _ = onSync.apply(json.readValue(call.body(), SyncRequest.class));
        } else if (call.path().startsWith(RelayPaths.LOGS)) {
            onPush.accept(pushed(call));
        }
    }

    private static Pushed pushed(Call call) {
        String query = call.request().getHttpURI().getQuery();
        long startFrom = Long.parseLong(query.substring(query.indexOf('=') + 1));
        return new Pushed(call.path(), startFrom, call.body().lines().toList());
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

    private void push(Call call, Response response, Callback callback) {
        Pushed pushed = pushed(call);
        pushes.add(pushed.startFrom() + ": " + call.body());
        if (pushStatus == 200) {
            onPush.accept(pushed);
        }
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
