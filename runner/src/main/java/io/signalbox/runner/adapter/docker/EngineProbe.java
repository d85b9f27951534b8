package io.signalbox.runner.adapter.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks whether an engine answers, without loading what talks to it: that would cost a runner that never gets such a task 15 MB. */
public final class EngineProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String PING = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
    private static final String GOOD = "HTTP/1.1 200 ";

    private EngineProbe() {}

    /** Blocks, but not for long. */
    public static boolean answers(Path socket) {
        if (!Files.isWritable(socket)) {
            return false;
        }
        return CompletableFuture.supplyAsync(
                        () -> ping(socket), Thread.ofVirtual().name("engine-probe")::start)
                .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static boolean ping(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(GOOD.length());
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                // The status line may come in pieces.
                assert answer.position() > 0 : "a read gives something or ends";
            }
            return new String(answer.array(), StandardCharsets.US_ASCII).equals(GOOD);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
