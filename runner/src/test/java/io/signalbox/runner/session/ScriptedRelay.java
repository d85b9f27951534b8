package io.signalbox.runner.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import io.signalbox.runner.output.Spool.Batch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A relay whose answers the test gives, whenever and however often it likes. */
public final class ScriptedRelay implements Relay {
    public static final List<URI> GATEWAYS = List.of(URI.create("https://one"), URI.create("https://two"));

    /** Gateway and token of every registration. */
    public final List<String> registrations = new ArrayList<>();
    /** What a token gets. */
    public Function<String, Answer<RegisterResponse>> atRegistration =
            token -> new Answer.Given<>(new RegisterResponse("runner", "access", null, null, null));
    /** What comes for a folder, from a part on. */
    public IntFunction<Answer<byte[]>> atFolder = _ -> new Answer.Refused<>(404, "none");
    /** What comes for a push. */
    public Supplier<Answer<Pushed>> atPush = () -> new Answer.Given<>(new Pushed());
    /** Gateways that were told goodbye. */
    public final List<URI> goodbyes = new ArrayList<>();

    private final BlockingQueue<Held> syncs = new LinkedBlockingQueue<>();

    @Override
    public Answer<RegisterResponse> register(URI gateway, String token, RegisterRequest request) {
        registrations.add(gateway.getHost() + " " + token);
        return atRegistration.apply(token);
    }

    @Override
    public Call sync(
            URI gateway, String token, SyncRequest request, Duration hold, Consumer<Answer<SyncResponse>> answer) {
        var held = new Held(gateway, token, request, hold, answer);
        syncs.add(held);
        return held;
    }

    /** The next sync that comes. */
    public Held next() {
        try {
            Held held = syncs.poll(10, SECONDS);
            assertThat(held).as("a sync").isNotNull();
            return held;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Answer<Pushed> push(URI gateway, String path, String token, Batch batch) {
        return atPush.get();
    }

    @Override
    public Answer<byte[]> folder(URI gateway, String token, AttemptId attempt, int from) {
        return atFolder.apply(from);
    }

    @Override
    public Answer<Pushed> disconnect(URI gateway, String token) {
        goodbyes.add(gateway);
        return new Answer.Given<>(new Pushed());
    }

    /** A sync under way. */
    public static final class Held implements Call {
        public final URI gateway;
        public final String token;
        public final SyncRequest request;
        public final Duration hold;
        private final Consumer<Answer<SyncResponse>> answer;
        private volatile boolean givenUp;

        private Held(
                URI gateway, String token, SyncRequest request, Duration hold, Consumer<Answer<SyncResponse>> answer) {
            this.gateway = gateway;
            this.token = token;
            this.request = request;
            this.hold = hold;
            this.answer = answer;
        }

        @Override
        public void giveUp() {
            givenUp = true;
        }

        /** Whether the slot does not wait for it any more. */
        public boolean isGivenUp() {
            return givenUp;
        }

        /** Answers it, also when nobody waits any more. */
        public void answer(SyncAction action) {
            answer(SyncResponse.of(action));
        }

        /** Answers it, also when nobody waits any more. */
        public void answer(SyncResponse response) {
            answer.accept(new Answer.Given<>(response));
        }

        /** Fails it. */
        public void fail() {
            answer.accept(new Answer.Unavailable<>("cut"));
        }

        /** Refuses it. */
        public void refuse(int status) {
            answer.accept(new Answer.Refused<>(status, "no"));
        }
    }
}
