package io.signalbox.gateway.adapter.jetty;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.AcceptRateLimit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import tools.jackson.databind.json.JsonMapper;

/** Sets up Jetty: TLS 1.3 only, HTTP/2 and HTTP/1.1 by ALPN, requests on virtual threads, limits, problems for its own errors. */
public final class JettyServer implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private static final String BUNDLE = "gateway";
    private static final int PLATFORM_THREADS = 64;
    /** So much of a body that nobody reads yet may have come. */
    private static final int STREAM_WINDOW = 256 * 1024;

    private final JettySettings settings;
    private final SslStoreBundle certificate;
    private final JsonMapper mapper;
    private final Handler first;

    /** A server that shows {@code certificate}; what {@code first} does not handle is for the application. */
    public JettyServer(JettySettings settings, SslStoreBundle certificate, JsonMapper mapper, Handler first) {
        this.settings = settings;
        this.certificate = certificate;
        this.mapper = mapper;
        this.first = first;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        SslOptions protocols = SslOptions.of(null, Set.of("TLSv1.3"));
        SslBundle bundle = SslBundle.of(certificate, SslBundleKey.NONE, protocols);
        Http2 http2 = new Http2();
        http2.setEnabled(true);
        factory.setPort(settings.port());
        factory.setSslBundles(new DefaultSslBundleRegistry(BUNDLE, bundle));
        factory.setSsl(Ssl.forBundle(BUNDLE));
        factory.setHttp2(http2);
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.setThreadPool(threads());
        factory.addServerCustomizers(this::limit, this::problems);
    }

    /** Selectors stay on platform threads; whatever may block gets a virtual one. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(PLATFORM_THREADS);
        pool.setName("http");
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        return pool;
    }

    /**
     * A handshake costs what a hundred syncs cost. When thousands return at once, those that began are finished before further ones begin,
     * and the others wait in the system's queue, not on the processor that renews what runs.
     */
    private void limit(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector limited) {
                limited.setIdleTimeout(settings.idle().toMillis());
                limited.setAcceptQueueSize(settings.waiting());
                // Of the connector: the server has none when it starts, they are given back to it later.
                limited.addBean(new AcceptRateLimit(settings.arrivals(), 1, TimeUnit.SECONDS, limited));
            }
            connector.getConnectionFactories().forEach(factory -> {
                if (factory instanceof AbstractHTTP2ServerConnectionFactory http2) {
                    http2.setMaxConcurrentStreams(settings.streams());
                    // Bodies that wait for room must not use up what those that have it still need (ADR 0113).
                    http2.setInitialStreamRecvWindow(STREAM_WINDOW);
                    http2.setInitialSessionRecvWindow(settings.streams() * STREAM_WINDOW);
                    // Answers to runners have few headers, seldom: remembering them costs more than writing them again.
                    // What callers send is theirs to remember: whoever has not read the server's wish yet would be cut
                    // off.
                    http2.setMaxEncoderTableCapacity(0);
                }
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    limit(http.getHttpConfiguration());
                }
            });
        }
    }

    private void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(settings.headerBytes());
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        // Behind a proxy that passes TLS through, clients use names that the certificate need not have.
        http.getCustomizers().stream()
                .filter(SecureRequestCustomizer.class::isInstance)
                .map(SecureRequestCustomizer.class::cast)
                .forEach(secure -> secure.setSniHostCheck(false));
    }

    private void problems(Server server) {
        server.setErrorHandler(new ProblemErrors(mapper));
        Handler application = server.getHandler();
        RequestIdHandler ids = new RequestIdHandler();
        ids.setHandler(application);
        server.setHandler(new Handler.Sequence(first, ids));
    }
}
