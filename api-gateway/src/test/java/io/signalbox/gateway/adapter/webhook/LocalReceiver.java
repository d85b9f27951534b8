package io.signalbox.gateway.adapter.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A receiver of webhooks on loopback that keeps what it is told. */
public final class LocalReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile Manner manner = LocalReceiver::takes;

    private LocalReceiver(HttpServer server) {
        this.server = server;
    }

    /**
     * What it was told.
     *
     * @param id the header {@code webhook-id}
     * @param timestamp the header {@code webhook-timestamp}
     * @param signature the header {@code webhook-signature}
     * @param body the body
     */
    public record Told(String id, String timestamp, String signature, String body) {}

    /** How it answers. */
    @FunctionalInterface
    public interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** One on a free port. */
    public static LocalReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LocalReceiver receiver = new LocalReceiver(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", receiver::heard);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, by name. */
    public URI url(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/hook");
    }

    /** From now on it answers so. */
    public LocalReceiver answering(Manner changed) {
        manner = changed;
        return this;
    }

    /** The same with a bare status. */
    public LocalReceiver answering(int status) {
        return answering(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void heard(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(new Told(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    body));
            manner.answer(exchange);
        }
    }

    private static void takes(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }
}
