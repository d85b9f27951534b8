package io.signalbox.standalone.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who is at the other end of a connection over the loopback address, where Linux says it. The port of the embedded
 * store asks for no password, so nobody but the user whose data it is may use it: other users of the machine would
 * otherwise read every token.
 */
final class LocalPeers {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPeers.class);
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int USER = 7;

    private LocalPeers() {}

    /** Whether the connection from {@code peer} to {@code here} belongs to another user; false where nobody can say it. */
    static boolean isForeign(InetSocketAddress peer, InetSocketAddress here) {
        try {
            int self = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return userOf(peer.getPort(), here.getPort())
                    .filter(user -> user != self)
                    .isPresent();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("Cannot tell whose connection it is", e);
            return false;
        }
    }

    private static Optional<Integer> userOf(int localPort, int remotePort) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path table : TABLES) {
            if (Files.isReadable(table)) {
                rows.addAll(Files.readAllLines(table));
            }
        }
        return userIn(rows.stream(), localPort, remotePort);
    }

    /** The user in the row of a table of connections, as proc(5) describes it: addresses end with ":port" in hex. */
    static Optional<Integer> userIn(Stream<String> rows, int localPort, int remotePort) {
        String local = ":%04X".formatted(localPort);
        String remote = ":%04X".formatted(remotePort);
        return rows.map(row -> row.strip().split("\\s+", -1))
                .filter(row -> row.length > USER && row[LOCAL].endsWith(local) && row[REMOTE].endsWith(remote))
                .map(row -> Integer.parseInt(row[USER]))
                .findFirst();
    }
}
