package io.signalbox.gateway.config;

import com.mongodb.MongoException;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.adapter.home.FirstToken;
import io.signalbox.gateway.adapter.home.Home;
import io.signalbox.gateway.pool.Pools;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.security.ApiToken;
import io.signalbox.gateway.security.ApiTokenStore;
import io.signalbox.gateway.security.TokenValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * What a gateway does once it listens: makes indexes, the default pool and the first tokens, then says where it is. A store that is away is waited
 * for; the files with the addresses appear when clients can begin.
 */
final class StartUp {
    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final GatewaySettings settings;
    private final Home home;
    private final Store store;
    private final ApiTokenStore tokens;
    private final Pools pools;
    private final CountDownLatch closed = new CountDownLatch(1);

    StartUp(GatewaySettings settings, Home home, Store store, ApiTokenStore tokens, Pools pools) {
        this.settings = settings;
        this.home = home;
        this.store = store;
        this.tokens = tokens;
        this.pools = pools;
    }

    @EventListener
    void listening(ApplicationReadyEvent event) {
        int port =
                event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String management = event.getApplicationContext().getEnvironment().getProperty("local.management.port", "0");
        Thread.ofVirtual().name("start-up").start(() -> prepareUntilDone(port, management));
    }

    @EventListener
    void closed(ContextClosedEvent event) {
        closed.countDown();
    }

    private void prepareUntilDone(int port, String managementPort) {
        try {
            while (!prepared()) {
                if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            home.publish(settings.file("management-url"), "http://127.0.0.1:" + managementPort + "\n");
            home.publish(settings.file("url"), settings.url(port) + "\n");
            LOG.info("Started at {}", settings.url(port));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean prepared() {
        try {
            StoreSchema.ensure(store);
            TokenValue admin = new FirstToken(home, "admin-token", TokenValue.API).value();
            TokenValue registration = new FirstToken(home, "registration-token", TokenValue.REGISTRATION).value();
            tokens.ensure(ApiToken.of(
                    admin, "admin-token", Grant.ADMIN, ApiToken.Life.from(Instant.now(), Optional.empty())));
            pools.ensureDefault(registration);
            return true;
        } catch (MongoException | ProblemException e) {
            LOG.warn("Failed to prepare the store, trying again: {}", e.getMessage());
            return false;
        }
    }
}
