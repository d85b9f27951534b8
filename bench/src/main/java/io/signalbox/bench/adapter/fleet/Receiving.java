package io.signalbox.bench.adapter.fleet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Receives one answer. */
final class Receiving implements Stream.Listener {
    private final CompletableFuture<Answer> answer;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    private int status;

    Receiving(CompletableFuture<Answer> answer) {
        this.answer = answer;
    }

    @Override
    public void onHeaders(Stream stream, HeadersFrame frame) {
        if (frame.getMetaData() instanceof MetaData.Response response) {
            status = response.getStatus();
        }
        if (frame.isEndStream()) {
            complete();
        } else {
            stream.demand();
        }
    }

    @Override
    public void onDataAvailable(Stream stream) {
        for (Stream.@Nullable Data data = stream.readData(); data != null; data = stream.readData()) {
            ByteBuffer bytes = data.frame().getByteBuffer();
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            body.writeBytes(copy);
            boolean last = data.frame().isEndStream();
            data.release();
            if (last) {
                complete();
                return;
            }
        }
        stream.demand();
    }

    private void complete() {
        answer.complete(new Answer(status, body.toString(StandardCharsets.UTF_8)));
    }

    @Override
    public void onReset(Stream stream, ResetFrame frame, Callback callback) {
        answer.completeExceptionally(new IllegalStateException("The request was reset: " + frame.getError()));
        callback.succeeded();
    }

    @Override
    public void onFailure(
            Stream stream, int error, @Nullable String reason, @Nullable Throwable failure, Callback callback) {
        answer.completeExceptionally(new IllegalStateException("The connection failed: " + reason, failure));
        callback.succeeded();
    }
}
