package io.signalbox.bench.adapter.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.client.ALPNClientConnectionFactory;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.HTTP2ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Transport;
import org.eclipse.jetty.io.ssl.SslClientConnectionFactory;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Makes connections to one gateway. Thread-safe. */
final class Wire implements AutoCloseable {
    /** As our runner. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int THREADS = 16;

    private final URI gateway;
    private final HTTP2Client client;
    private final ClientConnectionFactory layers;

    Wire(URI gateway, SSLContext trust) {
        this.gateway = gateway;
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(trust);
        tls.setIncludeProtocols("TLSv1.3");
        tls.setSessionCachingEnabled(true);
        ClientConnector connector = new ClientConnector();
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("fleet");
        threads.setDaemon(true);
        connector.setExecutor(threads);
        connector.setSelectors(1);
        connector.setSslContextFactory(tls);
        connector.setIdleTimeout(IDLE);
        this.client = new HTTP2Client(connector);
        client.setIdleTimeout(IDLE.toMillis());
        client.setStreamIdleTimeout(IDLE.toMillis());
        start(client);
        this.layers = new SslClientConnectionFactory(
                tls,
                client.getByteBufferPool(),
                client.getExecutor(),
                new ALPNClientConnectionFactory(
                        client.getExecutor(), new HTTP2ClientConnectionFactory(), client.getApplicationProtocols()));
    }

    /**
     * Connects, blocking for the TCP part. The TLS session of {@code runner} is resumed where it had one.
     *
     * @return the connection when both sides are ready; a failure after 10 s
     */
    CompletableFuture<Line> connect(int runner) {
        SocketChannel channel = open();
        CompletableFuture<Line> line = new CompletableFuture<>();
        Promise<Session> promise = Promise.from(
                session -> line.complete(new Line(gateway, channel, session)), line::completeExceptionally);
        client.getClientConnector().accept(channel, context(runner, promise));
        return line.orTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, failure) -> {
            if (failure != null) {
                Line.cut(channel);
            }
        });
    }

    private SocketChannel open() {
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.socket()
                        .connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), (int) CONNECT.toMillis());
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library keeps TLS sessions by host and port: the number in the port's place gives each runner one of its own. */
    private Map<String, Object> context(int runner, Promise<Session> promise) {
        Map<String, Object> context = new ConcurrentHashMap<>();
        context.put(HTTP2Client.CONTEXT_KEY, client);
        context.put(HTTP2Client.SESSION_LISTENER_CONTEXT_KEY, new Session.Listener() {});
        context.put(HTTP2Client.SESSION_PROMISE_CONTEXT_KEY, promise);
        context.put(ClientConnectionFactory.CONTEXT_KEY, layers);
        context.put(Transport.CONTEXT_KEY, Transport.TCP_IP);
        context.put(
                ClientConnector.REMOTE_SOCKET_ADDRESS_CONTEXT_KEY,
                InetSocketAddress.createUnresolved(gateway.getHost(), runner + 1));
        context.put(ClientConnector.CONNECTION_PROMISE_CONTEXT_KEY, Promise.from(_ -> {}, promise::failed));
        return context;
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot end the connections", e);
        }
    }

    private static void start(HTTP2Client client) {
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot begin to connect", e);
        }
    }
}
