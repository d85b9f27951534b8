package io.signalbox.gateway.adapter.jetty;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Where runners reach this installation: as configured, else this machine and the port that the server got. */
public final class PublicUrl implements Supplier<URI> {
    private final Optional<URI> configured;
    private volatile @Nullable URI local;

    /** @param configured what the installation is called from outside; null: by this machine's own name and port */
    public PublicUrl(@Nullable URI configured) {
        this.configured = Optional.ofNullable(configured);
    }

    /** The server knows its port. */
    @EventListener
    public void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            local = URI.create("https://localhost:" + event.getWebServer().getPort());
        }
    }

    @Override
    public URI get() {
        return configured
                .or(() -> Optional.ofNullable(local))
                .orElseThrow(() -> new IllegalStateException("asked for the public address before the server listens"));
    }
}
