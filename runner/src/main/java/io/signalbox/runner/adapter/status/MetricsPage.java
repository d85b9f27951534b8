package io.signalbox.runner.adapter.status;

import com.sun.net.httpserver.HttpServer;
import io.signalbox.runner.status.RunnerStatus;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A few figures in Prometheus' text format at {@code /metrics}, by the JDK's own server, on the loopback address alone. */
public final class MetricsPage implements Closeable {
    private static final int OK = 200;

    private final Supplier<RunnerStatus> status;
    private final InstantSource clock;
    private final HttpServer server;

    /** Begins to answer; 0 is any free port. */
    public MetricsPage(int port, Supplier<RunnerStatus> status, InstantSource clock) throws IOException {
        this.status = status;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/metrics", exchange -> {
            byte[] page = page().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(OK, page.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        server.start();
    }

    /** Where it answers. */
    public int port() {
        return server.getAddress().getPort();
    }

    private String page() {
        RunnerStatus now = status.get();
        var page = new StringBuilder();
        page.append("# HELP signalbox_runner_slots Slots by what they do.\n# TYPE signalbox_runner_slots gauge\n");
        Stream.of("idle", "busy", "reporting", "left").forEach(state -> {
            long count = now.slots().stream()
                    .filter(slot -> slot.state().equals(state))
                    .count();
            page.append("signalbox_runner_slots{state=\"%s\"} %d\n".formatted(state, count));
        });
        gauge(page, "spooled_bytes", "Log that waits for the relay.", now.spooledBytes());
        gauge(page, "ready", "1 when new tasks may begin.", now.unready() == null && !now.draining() ? 1 : 0);
        if (now.lastSync() != null) {
            Duration silent = Duration.between(now.lastSync(), clock.instant());
            gauge(page, "silent_seconds", "Since a sync was answered last.", silent.toSeconds());
        }
        return page.toString();
    }

    private static void gauge(StringBuilder page, String name, String help, long value) {
        page.append("# HELP signalbox_runner_%s %s\n# TYPE signalbox_runner_%s gauge\nsignalbox_runner_%s %d\n"
                .formatted(name, help, name, name, value));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
