package io.signalbox.gateway.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The certificate of the gateway, as PEM files. Without them it makes its own authority.
 *
 * @param cert the certificate with those that stand between it and its root ({@code SIGNALBOX_TLS_CERT})
 * @param key its private key ({@code SIGNALBOX_TLS_KEY})
 */
@Validated
@ConfigurationProperties("signalbox.tls")
public record TlsSettings(@Nullable Path cert, @Nullable Path key) {
    public TlsSettings {
        if ((cert == null) != (key == null)) {
            throw new IllegalArgumentException(
                    "signalbox.tls.cert and signalbox.tls.key go together, but were " + cert + " and " + key);
        }
    }
}
