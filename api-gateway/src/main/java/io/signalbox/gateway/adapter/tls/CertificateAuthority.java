package io.signalbox.gateway.adapter.tls;

import io.signalbox.gateway.adapter.home.Home;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An authority of this installation's own. Its key stays in the home, readable by the owner alone; {@code ca.pem} is what runners and
 * clients are told to trust.
 */
public final class CertificateAuthority {
    static final String CERTIFICATE = "ca.pem";
    static final String KEY = "ca-key.pem";
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(365);
    /** The most that browsers and Apple's libraries accept is 398 days. */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    private final KeyPair key;
    private final X509Certificate certificate;

    private CertificateAuthority(KeyPair key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Opens the authority in {@code home}, or makes it. Near its end the certificate is issued anew for the same name and key, so that
     * what trusted the old one trusts the new one. Safe when several processes do it at once.
     */
    public static CertificateAuthority in(Home home, Instant now) {
        return home.locked(() -> {
            CertificateAuthority kept = read(home).orElseGet(() -> make(home, now));
            return kept.nearsItsEnd(now) ? kept.renewed(home, now) : kept;
        });
    }

    /** A fresh certificate for a server of these names and addresses; made at each start, so it never comes near its end. */
    public ServerIdentity issue(Set<String> hosts, Instant now) {
        KeyPair server = Certificates.newKey();
        return new ServerIdentity(
                server.getPrivate(),
                Certificates.server(certificate, key, server, hosts, now, SERVER_LIFE),
                certificate);
    }

    private static Optional<CertificateAuthority> read(Home home) {
        return home.read(CERTIFICATE)
                .map(Pem::certificate)
                .flatMap(certificate -> home.read(KEY)
                        .map(key -> new CertificateAuthority(
                                new KeyPair(certificate.getPublicKey(), Pem.key(key)), certificate)));
    }

    /** The key first: a certificate without its key would be trusted for nothing. */
    private static CertificateAuthority make(Home home, Instant now) {
        KeyPair key = Certificates.newKey();
        home.keep(KEY, Pem.text(key.getPrivate()));
        return published(home, key, now);
    }

    private static CertificateAuthority published(Home home, KeyPair key, Instant now) {
        X509Certificate certificate = Certificates.authority(key, now, LIFE);
        home.publish(CERTIFICATE, Pem.text(certificate));
        return new CertificateAuthority(key, certificate);
    }

    private CertificateAuthority renewed(Home home, Instant now) {
        return published(home, key, now);
    }

    private boolean nearsItsEnd(Instant now) {
        return now.plus(RENEWED_BEFORE_END).isAfter(certificate.getNotAfter().toInstant());
    }
}
