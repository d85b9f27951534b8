package io.signalbox.faults.adapter.net;

import io.signalbox.faults.adapter.net.Gate.Direction;
import java.io.IOException;
import java.net.Socket;

/**
 * One connection on a line.
 *
 * @param caller the end that came
 * @param called the end that was called for it
 * @param gate the line's weather
 */
record Connection(Socket caller, Socket called, Gate gate) {

    /** Passes bytes in both directions until one end has had enough. Blocks. */
    void run() throws IOException, InterruptedException {
        caller.setTcpNoDelay(true);
        called.setTcpNoDelay(true);
        Thread requests = Thread.ofVirtual().start(() -> pump(caller, called, Direction.REQUEST));
        pump(called, caller, Direction.ANSWER);
        requests.join();
    }

    /** Ends it at once, for both ends. */
    void reset() {
        reset(caller);
        reset(called);
    }

    private void pump(Socket from, Socket to, Direction direction) {
        byte[] piece = new byte[16 * 1024];
        try {
            for (int read = from.getInputStream().read(piece);
                    read >= 0;
                    read = from.getInputStream().read(piece)) {
                if (gate.pass(direction)) {
                    to.getOutputStream().write(piece, 0, read);
                }
            }
            to.shutdownOutput();
        } catch (IOException _) {
            // One end has gone: so does the other.
            reset();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It is closed.
        }
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed.
        }
    }
}
