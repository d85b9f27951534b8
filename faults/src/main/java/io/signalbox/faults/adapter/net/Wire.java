package io.signalbox.faults.adapter.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line: what connects to its port talks to the port behind it, as well as the weather permits. Thread-safe. */
public final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final int exit;
    private final Gate gate = new Gate();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private Wire(ServerSocket entrance, int exit) {
        this.entrance = entrance;
        this.exit = exit;
    }

    /** A line from a free port of the loopback address to port {@code exit} of it, in clear weather. */
    public static Wire to(int exit) {
        try {
            Wire wire = new Wire(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), exit);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Changes the weather. What bad weather has broken stays broken: such connections are reset. */
    public void change(Weather to) {
        Weather from = gate.weather();
        gate.change(to);
        if (to == Weather.CUT || from == Weather.SILENT) {
            connections.forEach(Connection::reset);
        }
    }

    @Override
    public void close() {
        gate.close();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(Connection::reset);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException _) {
                // Closed, or the caller has gone already.
            }
        }
    }

    private void connect(Socket caller) {
        Socket called = new Socket();
        Connection connection = new Connection(caller, called, gate);
        connections.add(connection);
        try {
            if (gate.weather() == Weather.CUT) {
                return;
            }
            called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), exit));
            connection.run();
        } catch (IOException _) {
            // Nobody is there: the caller's connection ends, too.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            connection.reset();
            connections.remove(connection);
        }
    }
}
