package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** A client may send its first requests, and refer to their headers, before it has read what the server wishes (RFC 9113, 3.4). */
class HeaderTableTest {
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int GOODBYE = 7;
    private static final int WHOLE = 5;
    private static final int GET = 0x82;
    private static final int HTTPS = 0x87;
    private static final int REMEMBER_AUTHORITY = 0x41;
    private static final int REMEMBER_PATH = 0x44;
    private static final int NEWEST = 0xBE;
    private static final int ONE_BEFORE = 0xBF;

    private final RunningGateway gateway = RunningGateway.shared();

    @Test
    void headersThatTheClientRemembersBeforeItHasHeardTheServerAreUnderstood() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.write(GET);
        first.write(HTTPS);
        write(first, REMEMBER_PATH, "/api/v1/me");
        write(first, REMEMBER_AUTHORITY, "localhost");
        byte[] second = {(byte) GET, (byte) HTTPS, (byte) NEWEST, (byte) ONE_BEFORE};
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(PREFACE.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(frame(SETTINGS, 0, 0, new byte[0]));
        all.writeBytes(frame(HEADERS, WHOLE, 1, first.toByteArray()));
        all.writeBytes(frame(HEADERS, WHOLE, 3, second));

        try (SSLSocket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            out.write(all.toByteArray());
            out.flush();
            assertThat(answered(new DataInputStream(socket.getInputStream()))).containsExactlyInAnyOrder(1, 3);
        }
    }

    /** The streams whose headers come, until there are two or the server says goodbye. */
    private static List<Integer> answered(DataInputStream in) throws IOException {
        List<Integer> streams = new ArrayList<>();
        int type = SETTINGS;
        while (streams.size() < 2 && type != GOODBYE) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            type = in.readUnsignedByte();
            in.readUnsignedByte();
            int stream = in.readInt();
            in.skipNBytes(length);
            if (type == HEADERS) {
                streams.add(stream);
            }
        }
        return streams;
    }

    private SSLSocket connected() throws IOException {
        SSLSocket socket = gateway.client().socket();
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static void write(ByteArrayOutputStream block, int kind, String value) {
        block.write(kind);
        block.write(value.length());
        block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] frame(int type, int flags, int stream, byte[] content) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(
                new byte[] {0, (byte) (content.length >> 8), (byte) content.length, (byte) type, (byte) flags});
        frame.writeBytes(new byte[] {0, 0, 0, (byte) stream});
        frame.writeBytes(content);
        return frame.toByteArray();
    }
}
