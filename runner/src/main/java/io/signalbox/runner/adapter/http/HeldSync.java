package io.signalbox.runner.adapter.http;

import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Relay;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A sync that waits for its answer. Given up, its stream is reset and nobody hears of it again: that is no failure of the gateway. */
final class HeldSync implements Relay.Call {
    private final CompletableFuture<HttpResponse<byte[]>> pending;
    private final Answers answers;
    private final AtomicBoolean settled = new AtomicBoolean();

    HeldSync(CompletableFuture<HttpResponse<byte[]>> pending, Answers answers) {
        this.pending = pending;
        this.answers = answers;
    }

    /** Passes the answer on, once; {@code onFailure} hears first why there is none. */
    void deliverTo(Consumer<Answer<SyncResponse>> answer, Consumer<Throwable> onFailure) {
        CompletableFuture<?> _ = pending.whenComplete((response, failure) -> {
            if (settled.compareAndSet(false, true)) {
                answer.accept(failure == null ? answers.sync(response) : failed(failure, onFailure));
            }
        });
    }

    private Answer<SyncResponse> failed(Throwable failure, Consumer<Throwable> onFailure) {
        Throwable cause = Answers.causeOf(failure);
        onFailure.accept(cause);
        return answers.failed(cause);
    }

    @Override
    public void giveUp() {
        if (settled.compareAndSet(false, true)) {
            pending.cancel(true);
        }
    }
}
