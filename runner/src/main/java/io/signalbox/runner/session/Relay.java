package io.signalbox.runner.session;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import io.signalbox.runner.output.Spool.Batch;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** The relay at one of its gateways. All but {@link #sync} block. */
public interface Relay {
    /** Introduces the runner by its registration token. */
    Answer<RegisterResponse> register(URI gateway, String token, RegisterRequest request);

    /**
     * Sends a sync that the relay may hold for {@code hold}. Returns at once; {@code answer} is called once, on another thread, and perhaps even after
     * the call was given up.
     */
    Call sync(URI gateway, String token, SyncRequest request, Duration hold, Consumer<Answer<SyncResponse>> answer);

    /** Pushes a batch of events to {@code path}. */
    Answer<Pushed> push(URI gateway, String path, String token, Batch batch);

    /** Fetches parts of the folder of an attempt, from the one behind the first {@code from} on. */
    Answer<byte[]> folder(URI gateway, String token, AttemptId attempt, int from);

    /** Says goodbye. */
    Answer<Pushed> disconnect(URI gateway, String token);

    /** A good answer that carries nothing. */
    record Pushed() {}

    /** A call under way. */
    @FunctionalInterface
    interface Call {
        /** Nobody waits for the answer any more. */
        void giveUp();
    }
}
