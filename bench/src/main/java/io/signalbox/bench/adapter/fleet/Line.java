package io.signalbox.bench.adapter.fleet;

import io.signalbox.model.relay.RelayPaths;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;

/** One connection of one runner, with one request under way at a time. Thread-safe; nothing blocks. */
final class Line {
    private final URI gateway;
    private final SocketChannel channel;
    private final Session session;
    private volatile CompletableFuture<Answer> newest = new CompletableFuture<>();

    Line(URI gateway, SocketChannel channel, Session session) {
        this.gateway = gateway;
        this.channel = channel;
        this.session = session;
    }

    CompletableFuture<Answer> post(Call call) {
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        newest = answer;
        session.newStream(new HeadersFrame(head(call, body.length), null, false), new Receiving(answer))
                .thenCompose(stream -> stream.data(new DataFrame(stream.getId(), ByteBuffer.wrap(body), true)))
                .exceptionally(failure -> {
                    answer.completeExceptionally(failure);
                    return null;
                });
        return answer;
    }

    private MetaData.Request head(Call call, int length) {
        HttpFields fields = HttpFields.build()
                .add("Authorization", RelayPaths.TOKEN_SCHEME + " " + call.token())
                .add(RelayPaths.PREFER, "wait=" + call.holdSeconds())
                .add("Content-Length", Integer.toString(length));
        return new MetaData.Request(
                "POST", HttpURI.from(gateway.resolve(call.path())), HttpVersion.HTTP_2, fields, length);
    }

    /** As when a cable is cut: without goodbye, and what is under way fails. */
    void cut() {
        cut(channel);
        newest.completeExceptionally(new IllegalStateException("The connection was cut"));
    }

    static void cut(SocketChannel channel) {
        try (channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
