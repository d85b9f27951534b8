package io.signalbox.cli.adapter.http;

import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.login.Connection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** Makes HTTP clients that speak TLS 1.3 and trust the system's authorities or those of a connection. */
public final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String TLS = "TLSv1.3";

    private Clients() {}

    /** A client for {@code connection}. HTTP/1.1: a command asks one thing after the other, and less is loaded for it. */
    public static HttpClient open(Connection connection, ProxySelector proxies) {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {TLS});
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(trust(connection))
                .sslParameters(parameters)
                .proxy(proxies)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private static SSLContext trust(Connection connection) {
        String authorities = connection.authorities();
        try {
            return authorities == null ? SSLContext.getDefault() : trusting(authorities);
        } catch (GeneralSecurityException | IOException e) {
            throw Failure.usage("The authority's certificate cannot be read: " + e.getMessage());
        }
    }

    private static SSLContext trusting(String authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var pem = new ByteArrayInputStream(authorities.getBytes(StandardCharsets.UTF_8));
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        if (store.size() == 0) {
            throw new IOException("it holds no certificate");
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance(TLS);
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
