package io.signalbox.backbone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between clients and a server: can swallow answers, cut connections, and let nobody in. */
public final class FaultyProxy implements AutoCloseable {

    private final InetSocketAddress target;
    private final ServerSocket listening;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean muted;
    private volatile boolean refusing;

    /** Listens on a free port for clients of {@code target}. */
    public FaultyProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::acceptUntilClosed);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** From now on requests arrive and answers do not. */
    public void mute() {
        muted = true;
    }

    /** Cuts all connections, and lets nobody in until {@link #restore}. */
    public void cut() throws IOException {
        refusing = true;
        for (Socket client : clients) {
            client.close();
        }
    }

    /** Lets clients in again, and answers through. */
    public void restore() {
        muted = false;
        refusing = false;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }

    private void acceptUntilClosed() {
        for (Socket client = accept(); client != null; client = accept()) {
            Socket accepted = client;
            Thread.ofVirtual().start(() -> forward(accepted));
        }
    }

    private @Nullable Socket accept() {
        try {
            return listening.accept();
        } catch (IOException closed) {
            return null;
        }
    }

    private void forward(Socket client) {
        clients.add(client);
        try (client;
                Socket server = new Socket(target.getAddress(), target.getPort())) {
            if (refusing) {
                return;
            }
            Thread answers = Thread.ofVirtual().start(() -> pumpAnswers(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
            answers.join();
        } catch (IOException | InterruptedException ended) {
            // The connection is over: nothing is left to forward.
        } finally {
            clients.remove(client);
        }
    }

    private void pumpAnswers(Socket server, Socket client) {
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!muted) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException ended) {
            // The connection is over: nothing is left to forward.
        }
    }
}
