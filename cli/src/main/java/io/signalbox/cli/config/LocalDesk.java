package io.signalbox.cli.config;

import io.signalbox.cli.adapter.disk.LocalHomes;
import io.signalbox.cli.adapter.disk.LoginFile;
import io.signalbox.cli.adapter.http.Clients;
import io.signalbox.cli.adapter.http.EnvironmentProxies;
import io.signalbox.cli.adapter.http.HttpTransport;
import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Timing;
import io.signalbox.cli.api.Transport;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.login.Connection;
import io.signalbox.cli.login.FindConnection;
import io.signalbox.cli.login.Homes;
import io.signalbox.cli.login.Logins;
import io.signalbox.cli.login.Wishes;
import io.signalbox.cli.output.Format;
import io.signalbox.cli.output.Screen;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk of one command line: what options and surroundings make of it. Connection and client are made once, when a command wants them. */
final class LocalDesk implements Desk, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final GlobalOptions options;
    private final Surroundings surroundings;
    private final Screen screen;
    private final Timing timing = new MachineTiming();
    private final Homes homes;
    private final Logins logins;
    private final List<HttpClient> clients = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable Api api;

    LocalDesk(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
        this.screen = new Screen(surroundings.out(), surroundings.err(), surroundings.terminal());
        this.homes = new LocalHomes(surroundings.environment().getOrDefault("SIGNALBOX_HOME", ""), surroundings.home());
        this.logins = new LoginFile(LoginFile.folder(surroundings.environment()));
    }

    @Override
    public Api api() {
        if (api == null) {
            api = open(connection());
        }
        return api;
    }

    @Override
    public Connection connection() {
        if (connection == null) {
            connection = new FindConnection(wishes(), homes, logins).find();
        }
        return connection;
    }

    Wishes wishes() {
        return options.wishes(surroundings.environment());
    }

    Homes homes() {
        return homes;
    }

    Logins logins() {
        return logins;
    }

    Api open(Connection to) {
        return new Api(transport(to), timing, screen::progress);
    }

    Transport transport(Connection to) {
        HttpClient client = Clients.open(to, proxies());
        clients.add(client);
        return new HttpTransport(client, to);
    }

    private ProxySelector proxies() {
        try {
            return new EnvironmentProxies(surroundings.environment());
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Ends what waits for answers: the JVM would let such a thread delay its own end by {@link #PATIENCE}, and no longer does this. */
    @Override
    public void close() {
        clients.forEach(HttpClient::shutdownNow);
        try {
            for (HttpClient client : clients) {
                client.awaitTermination(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public Format format() {
        return options.format();
    }

    @Override
    public Timing timing() {
        return timing;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }
}
