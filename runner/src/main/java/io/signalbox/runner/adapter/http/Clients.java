package io.signalbox.runner.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes HTTP clients that speak TLS 1.3 and trust the system's authorities or those of one file. */
public final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String TLS = "TLSv1.3";

    private final SSLContext trust;
    private final ProxySelector proxies;

    /**
     * Reads the authorities.
     *
     * @param authorities a PEM file; the system's if null
     * @throws IOException if the file cannot be read or holds no certificate
     */
    public Clients(@Nullable Path authorities, ProxySelector proxies) throws IOException {
        this.proxies = proxies;
        try {
            this.trust = authorities == null ? SSLContext.getDefault() : trusting(authorities);
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificates can be read from it: " + e.getMessage(), e);
        }
    }

    /** A client with connections of its own. */
    public HttpClient open() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {TLS});
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(trust)
                .sslParameters(parameters)
                .proxy(proxies)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private static SSLContext trusting(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authorities)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
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
