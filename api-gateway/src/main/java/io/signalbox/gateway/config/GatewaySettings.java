package io.signalbox.gateway.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of a gateway.
 *
 * @param home folder for credentials, the certificate authority and addresses ({@code SIGNALBOX_HOME})
 * @param port where clients and runners connect ({@code PORT}); 0: any free one
 * @param publicUrl what agents and links use, where it differs from this machine's name and port ({@code SIGNALBOX_PUBLIC_URL})
 * @param instance name of this process among several with the same home ({@code SIGNALBOX_INSTANCE})
 * @param masterKeyFile file with the key of the secrets; else {@code master-key} in the home ({@code SIGNALBOX_MASTER_KEY_FILE})
 * @param otherMasterKeyFiles files with keys that open values, too, while the key changes ({@code SIGNALBOX_OTHER_MASTER_KEY_FILES})
 * @param backlog how many tasks may wait; more are refused
 */
@Validated
@ConfigurationProperties("signalbox")
public record GatewaySettings(
        Path home,
        @Min(0) @Max(65_535) int port,
        @Nullable URI publicUrl,
        @Nullable String instance,
        @Nullable Path masterKeyFile,
        @DefaultValue List<Path> otherMasterKeyFiles,
        @Min(1) long backlog) {

    /** The address under which this gateway is reached. */
    URI url(int listensAt) {
        return publicUrl == null ? URI.create("https://localhost:" + listensAt) : publicUrl;
    }

    /** The name of a file about this process, in the home. */
    String file(String name) {
        return instance == null ? name : "run/" + instance + "." + name;
    }
}
