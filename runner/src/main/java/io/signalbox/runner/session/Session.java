package io.signalbox.runner.session;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.output.Spool.Batch;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One runner's standing with the relay: all calls go to the gateway in use with the token in force. Thread-safe. */
public final class Session {
    private final Relay relay;
    private final Gateways gateways;
    private final Registration registration;
    private volatile @Nullable Credentials credentials;
    private volatile boolean refused;
    private volatile boolean unheard;
    private final Surroundings surroundings;
    private final AtomicBoolean lost = new AtomicBoolean();

    public Session(Relay relay, Gateways gateways, Registration registration, Surroundings surroundings) {
        this.relay = relay;
        this.gateways = gateways;
        this.registration = registration;
        this.surroundings = surroundings;
    }

    /** Makes the runner known; blocks. Nothing when the relay refuses for good. */
    public Optional<Credentials> open() {
        return accept(registration.enter());
    }

    private synchronized Optional<Credentials> accept(Optional<Credentials> granted) {
        granted.ifPresent(given -> credentials = given);
        refused = granted.isEmpty();
        return granted;
    }

    /**
     * Registers anew because the relay does not know {@code stale} any more, unless that has been done meanwhile. False when it is
     * refused.
     */
    public synchronized boolean renew(Credentials stale) {
        return !stale.equals(credentials) || accept(registration.register()).isPresent();
    }

    /** Whether the relay refused the last registration. */
    public boolean isRefused() {
        return refused;
    }

    /** What is in force. */
    public Credentials credentials() {
        Credentials now = credentials;
        if (now == null) {
            throw new IllegalStateException("the runner is not registered");
        }
        return now;
    }

    /** See {@link Relay#sync}; after a failure the next call goes to another gateway. */
    public Relay.Call sync(SyncRequest request, Duration hold, Consumer<Answer<SyncResponse>> answer) {
        URI gateway = gateways.current();
        return relay.sync(gateway, credentials().token(), request, hold, given -> {
            leaveIfUnavailable(gateway, given);
            answer.accept(given);
        });
    }

    /** Pushes a batch of log events; blocks. */
    public Answer<Relay.Pushed> push(String path, Batch batch) {
        URI gateway = gateways.current();
        Answer<Relay.Pushed> answer = relay.push(gateway, path, credentials().token(), batch);
        leaveIfUnavailable(gateway, answer);
        return answer;
    }

    /** Fetches parts of the folder of an attempt; blocks. */
    public Answer<byte[]> folder(AttemptId attempt, int from) {
        URI gateway = gateways.current();
        Answer<byte[]> answer = relay.folder(gateway, credentials().token(), attempt, from);
        leaveIfUnavailable(gateway, answer);
        return answer;
    }

    private void leaveIfUnavailable(URI gateway, Answer<?> answer) {
        if (answer instanceof Answer.Unavailable<?>(String cause)) {
            gateways.failed(gateway);
            if (lost.compareAndSet(false, true)) {
                surroundings.log().say("Lost " + gateway + ": " + cause);
            }
        } else if (lost.compareAndSet(true, false)) {
            surroundings.log().say("Reached " + gateway + " again");
            surroundings.life().outageEnded();
        }
    }

    /** No gateway took a slot's last word (C1): what was given to it meanwhile would be lost by a goodbye, and is not by a silence that a new start ends. */
    public void lastWordUnheard() {
        unheard = true;
    }

    /**
     * Says goodbye, unless a last word was not heard or something broke: then nobody knows what the slots have not told, and a goodbye would
     * end it, where the next start tells it. Blocks, and tries each gateway once.
     */
    public void disconnect() {
        surroundings.log().say(farewell());
    }

    private String farewell() {
        if (surroundings.life().hasFailed()) {
            return "Left without a goodbye: the next start tells what became of the tasks";
        }
        return unheard || !isToldGoodbye() ? "Left without a goodbye: no gateway listened" : "Disconnected";
    }

    private boolean isToldGoodbye() {
        for (int i = 0; i < gateways.count(); i++) {
            URI gateway = gateways.current();
            if (!(relay.disconnect(gateway, credentials().token()) instanceof Answer.Unavailable<?>)) {
                registration.left();
                return true;
            }
            gateways.failed(gateway);
        }
        return false;
    }

    /** How many gateways there are. */
    public int gateways() {
        return gateways.count();
    }

    /** A new series of waiting times. */
    public Backoff backoff() {
        return new Backoff(gateways.count(), surroundings.random());
    }
}
