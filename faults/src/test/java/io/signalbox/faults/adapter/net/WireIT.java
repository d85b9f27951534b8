package io.signalbox.faults.adapter.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line over real sockets, with an echo at its end. */
class WireIT {
    private static final int SHORTLY = 200;
    private static final int PATIENTLY = 5_000;

    private ServerSocket echo;
    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        wire = Wire.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        echo.close();
    }

    @Test
    void inClearWeatherEverythingPasses() throws IOException {
        try (Socket caller = call()) {
            assertThat(exchange(caller, "hello")).isEqualTo("hello");
            caller.shutdownOutput();
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsCutIsResetAndRefused() throws IOException {
        try (Socket caller = call()) {
            exchange(caller, "hello");
            wire.change(Weather.CUT);
            assertDead(caller);
            try (Socket second = call()) {
                assertDead(second);
            }
        }
        wire.change(Weather.CLEAR);
        try (Socket again = call()) {
            assertThat(exchange(again, "back")).isEqualTo("back");
        }
    }

    @Test
    void whatIsKeptComesWhenTheWeatherClears() throws IOException {
        for (Weather kept : new Weather[] {Weather.KEPT_REQUESTS, Weather.KEPT_ANSWERS}) {
            try (Socket caller = call()) {
                exchange(caller, "hello");
                wire.change(kept);
                caller.getOutputStream().write("late".getBytes(StandardCharsets.UTF_8));
                assertSilent(caller);
                wire.change(Weather.CLEAR);
                assertThat(receive(caller, 4)).isEqualTo("late");
            }
        }
    }

    @Test
    void silentLineTakesEverythingAndItsConnectionsAreDeadAfterwards() throws IOException {
        try (Socket caller = call()) {
            exchange(caller, "hello");
            wire.change(Weather.SILENT);
            caller.getOutputStream().write("lost".getBytes(StandardCharsets.UTF_8));
            assertSilent(caller);
            wire.change(Weather.CLEAR);
            assertDead(caller);
        }
    }

    @Test
    void slowLineLosesNothing() throws IOException {
        wire.change(Weather.SLOW);
        try (Socket caller = call()) {
            long begin = System.nanoTime();
            assertThat(exchange(caller, "hello")).isEqualTo("hello");
            assertThat(System.nanoTime() - begin).isGreaterThan(500_000_000L);
        }
    }

    private Socket call() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        socket.setSoTimeout(PATIENTLY);
        return socket;
    }

    private static String exchange(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return receive(caller, text.length());
    }

    private static String receive(Socket caller, int length) throws IOException {
        return new String(caller.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void assertSilent(Socket caller) throws IOException {
        caller.setSoTimeout(SHORTLY);
        assertThatThrownBy(() -> caller.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        caller.setSoTimeout(PATIENTLY);
    }

    private static void assertDead(Socket caller) {
        int read = -1;
        try {
            read = caller.getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("it still lives", e);
        } catch (IOException _) {
            // Reset.
        }
        assertThat(read).isEqualTo(-1);
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException _) {
                // The test has ended.
            }
        }
    }

    private static void answer(Socket socket) {
        byte[] piece = new byte[1024];
        try (socket) {
            for (int read = socket.getInputStream().read(piece); read >= 0; ) {
                socket.getOutputStream().write(Arrays.copyOf(piece, read));
                read = socket.getInputStream().read(piece);
            }
        } catch (IOException _) {
            // Cut.
        }
    }
}
