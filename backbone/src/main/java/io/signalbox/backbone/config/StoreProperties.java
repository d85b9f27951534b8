package io.signalbox.backbone.config;

import com.mongodb.ConnectionString;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the store is.
 *
 * @param mongodbUri its connection string ({@code SIGNALBOX_MONGODB_URI}); the path names the database, {@code signalbox} otherwise
 */
@Validated
@ConfigurationProperties("signalbox")
public record StoreProperties(String mongodbUri) {
    public StoreProperties {
        require(mongodbUri);
    }

    private static void require(@Nullable String uri) {
        if (uri == null) {
            throw new IllegalArgumentException("signalbox.mongodb-uri is missing: set SIGNALBOX_MONGODB_URI");
        }
        try {
            new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            // Without its cause, since the deepest message is the one that is reported.
            throw new IllegalArgumentException("signalbox.mongodb-uri is '%s': %s"
                    .formatted(uri.replaceFirst("//[^/]*@", "//…@"), e.getMessage()));
        }
    }
}
