package io.signalbox.cli.login;

import java.util.Optional;

/** The connection that {@code login} keeps for later commands. */
public interface Logins {

    /** What is kept; a {@link io.signalbox.cli.failure.Failure} when it cannot be read, or can be by others. */
    Optional<Connection> load();

    /** Keeps it, readable for its owner alone; says where. */
    String save(Connection connection);

    /** Forgets it; false where nothing was kept. */
    boolean forget();
}
