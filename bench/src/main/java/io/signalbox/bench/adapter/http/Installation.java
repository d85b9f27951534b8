package io.signalbox.bench.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An installation under load, as its home folder describes it.
 *
 * @param home where {@code url}, tokens and {@code ca.pem} lie
 */
public record Installation(Path home) {

    /** The first gateway. */
    public URI gateway() {
        return URI.create(read("url"));
    }

    /** The token of its administrator. */
    public String adminToken() {
        return read("admin-token");
    }

    /** The token with which runners register. */
    public String registrationToken() {
        return read("registration-token");
    }

    /** A client with connections of its own. */
    public HttpClient newClient() {
        return HttpClient.newBuilder()
                .sslContext(trust())
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Trusts its authority alone, by TLS 1.3. */
    public SSLContext trust() {
        try (InputStream pem = Files.newInputStream(home.resolve("ca.pem"))) {
            KeyStore authority = KeyStore.getInstance(KeyStore.getDefaultType());
            authority.load(null, null);
            authority.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot trust the authority in " + home, e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
