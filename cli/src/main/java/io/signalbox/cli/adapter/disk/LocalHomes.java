package io.signalbox.cli.adapter.disk;

import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.login.Connection;
import io.signalbox.cli.login.Homes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of {@code bin/up}. A home counts when it says that something runs in it: the file {@code url} goes when that stops. The folder in which
 * a command is given is not searched: whoever made it would decide where a task and its variables go.
 */
public final class LocalHomes implements Homes {
    private final String named;
    private final String near;

    /** Two folders; an empty text is none. */
    public LocalHomes(String named, String near) {
        this.named = named;
        this.near = near;
    }

    @Override
    public Optional<Connection> named() {
        return at(named);
    }

    @Override
    public Optional<Connection> near() {
        return at(near);
    }

    private static Optional<Connection> at(String folder) {
        Path home = Path.of(folder);
        if (folder.isEmpty()
                || !Files.isReadable(home.resolve("url"))
                || !Files.isReadable(home.resolve("admin-token"))) {
            return Optional.empty();
        }
        try {
            Path authority = home.resolve("ca.pem");
            return Optional.of(new Connection(
                    URI.create(Files.readString(home.resolve("url")).strip()),
                    Files.readString(home.resolve("admin-token")).strip(),
                    Files.exists(authority) ? Files.readString(authority) : null,
                    "running in " + home));
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.usage("The home " + home + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public String authorities(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.usage("--ca " + file + " cannot be read: " + e.getMessage());
        }
    }
}
