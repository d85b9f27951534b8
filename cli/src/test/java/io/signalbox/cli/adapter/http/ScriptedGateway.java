package io.signalbox.cli.adapter.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A gateway over TLS that answers each request with the very bytes that the test says, right or wrong; then it ends the connection. */
public final class ScriptedGateway implements AutoCloseable {
    /** Every request, as {@code "GET /path"}. */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    /** The heads of all requests, with their bodies. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    private final SSLServerSocket server;
    private final Path folder;
    private final Function<String, Bytes> script;

    /**
     * What is sent.
     *
     * @param text all of it
     */
    public record Bytes(String text) {
        /** A whole answer. */
        public static Bytes answer(int status, String json, String... headers) {
            byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            return raw("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    + String.join(
                            "", List.of(headers).stream().map(it -> it + "\r\n").toList()) + "\r\n"
                    + new String(body, StandardCharsets.UTF_8));
        }

        /** Anything. */
        public static Bytes raw(String text) {
            return new Bytes(text);
        }

        /** All but the last bytes. */
        public Bytes cut(int missing) {
            return new Bytes(text.substring(0, text.length() - missing));
        }
    }

    /** Starts on a free port; {@code script} gets each call as {@code "GET /path"}, and blocks as long as the answer is to take. */
    public ScriptedGateway(Path folder, Function<String, Bytes> script) throws Exception {
        Certificates.make(folder);
        this.folder = folder;
        this.script = script;
        this.server = (SSLServerSocket)
                context(folder).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread _ = Thread.ofVirtual().start(this::serve);
    }

    private static SSLContext context(Path folder) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve("gateway.p12"))) {
            store.load(file, Certificates.PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, Certificates.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Where it is. */
    public URI address() {
        return URI.create("https://localhost:" + server.getLocalPort());
    }

    /** The authority that it is to be trusted by. */
    public Path authority() {
        return folder.resolve("gateway.pem");
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = (SSLSocket) server.accept();
                Thread _ = Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(SSLSocket socket) {
        try (socket) {
            String request = read(new BufferedInputStream(socket.getInputStream()));
            String call = request.substring(0, request.indexOf(" HTTP/"));
            requests.add(request);
            calls.add(call);
            OutputStream out = socket.getOutputStream();
            out.write(script.apply(call).text().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException | IndexOutOfBoundsException e) {
            // The other end has given up, or never meant it.
        }
    }

    private static String read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                return "";
            }
            head.append((char) one);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
