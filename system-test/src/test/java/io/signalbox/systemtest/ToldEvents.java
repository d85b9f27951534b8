package io.signalbox.systemtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks on loopback that keeps what it is told. */
record ToldEvents(HttpServer server, List<Told> told) implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What it was told.
     *
     * @param id of the delivery
     * @param event the event, as the feed has it
     */
    record Told(String id, JsonNode event) {
        boolean isAbout(String task) {
            return event.at("/task").asString("").equals(task);
        }

        long sequence() {
            return event.at("/sequence").asLong();
        }
    }

    static ToldEvents start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ToldEvents events = new ToldEvents(server, new CopyOnWriteArrayList<>());
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", events::heard);
            server.start();
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The places in the feed of what was told of a task, in the order in which each was told first. */
    List<Long> sequencesOf(String task) {
        return told.stream()
                .filter(one -> one.isAbout(task))
                .map(Told::sequence)
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void heard(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            told.add(new Told(exchange.getRequestHeaders().getFirst("webhook-id"), body.at("/data")));
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
