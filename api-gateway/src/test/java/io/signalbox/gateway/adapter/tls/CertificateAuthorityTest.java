package io.signalbox.gateway.adapter.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.adapter.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void serverCertificateNamesEveryHostAndComesFromTheAuthority() throws Exception {
        ServerIdentity server = CertificateAuthority.in(Home.at(folder), NOW)
                .issue(Set.of("localhost", "127.0.0.1", "build.example.org"), NOW);

        server.certificate()
                .verify(Pem.certificate(Files.readString(folder.resolve("ca.pem")))
                        .getPublicKey());
        assertThat(server.certificate().getSubjectAlternativeNames())
                .contains(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(2, "build.example.org"));
    }

    @Test
    void nextStartKeepsTheAuthority() throws Exception {
        X509Certificate first = authority(NOW);

        assertThat(authority(NOW.plus(Duration.ofDays(2000)))).isEqualTo(first);
    }

    @Test
    void nearItsEndTheAuthorityIsRenewedWithTheSameKey() throws Exception {
        X509Certificate first = authority(NOW);
        X509Certificate renewed = authority(NOW.plus(Duration.ofDays(3400)));

        assertThat(renewed.getNotAfter()).isAfter(first.getNotAfter());
        assertThat(renewed.getPublicKey()).isEqualTo(first.getPublicKey());
        assertThat(renewed.getSubjectX500Principal()).isEqualTo(first.getSubjectX500Principal());
    }

    private X509Certificate authority(Instant now) throws Exception {
        return CertificateAuthority.in(Home.at(folder), now)
                .issue(Set.of("localhost"), now)
                .authority();
    }
}
