package io.signalbox.gateway.relay.session;

import static java.util.Objects.requireNonNull;

import io.signalbox.gateway.relay.bell.Presences;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.RunnerPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runners at this relay, found by their access token without asking the store. A newer generation ends the session of the older one
 * (C6): it is noticed at the latest when the store refuses the older one's beat. Thread-safe.
 */
public final class Sessions implements Presences {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final RunnerStore store;
    private final RelayParts parts;
    private final Executor background;
    private final Supplier<Optional<Instant>> storeTime;
    private final Map<String, RunnerSession> byToken = new ConcurrentHashMap<>();
    private final Map<RunnerId, RunnerSession> byId = new ConcurrentHashMap<>();
    private final EndedSessions ended;

    /**
     * @param store knows the runners that this relay has not met
     * @param background runs what blocks
     * @param storeTime the store's clock, as far as it is known
     */
    public Sessions(RunnerStore store, RelayParts parts, Executor background, Supplier<Optional<Instant>> storeTime) {
        this.store = store;
        this.parts = parts;
        this.background = background;
        this.storeTime = storeTime;
        this.ended = new EndedSessions(store, parts.nanoTime());
    }

    /** The session of who calls with this token; blocks for a round trip when it is new here. */
    public Optional<RunnerSession> of(TokenValue token) {
        String hash = token.hash();
        RunnerSession known = byToken.get(hash);
        return known != null
                ? Optional.of(known)
                : store.byTokenHash(hash)
                        .filter(runner -> runner.disconnectedAt().isEmpty())
                        .map(this::open);
    }

    /** The official agent that calls, where its session was ended by others; blocks for a round trip where it was not here. */
    public Optional<RunnerId> ended(TokenValue token) {
        return ended.runnerOf(token);
    }

    /** The session of a runner, if it is here. */
    public Optional<RunnerSession> of(RunnerId runner) {
        return Optional.ofNullable(byId.get(runner));
    }

    /** Begins the session of a generation, and ends that of an older one. */
    public RunnerSession open(Runner runner) {
        RunnerSession before = byId.get(runner.id());
        RunnerSession session = requireNonNull(byId.compute(runner.id(), (_, present) -> newest(present, runner)));
        parts.bells().changed(runner.id());
        if (before != null && before != session) {
            before.end();
        }
        return session;
    }

    /** Ends the session of a runner: its next sync finds none. */
    public void close(RunnerId runner) {
        RunnerSession closed = byId.get(runner);
        byId.computeIfPresent(runner, (_, present) -> {
            forgetToken(present);
            return null;
        });
        if (closed != null) {
            closed.end();
        }
    }

    /** Reads a runner's document again: takes over what changed, ends the session when its generation has ended. */
    public void recheck(RunnerId id) {
        background.execute(() -> of(id).ifPresent(this::readAgain));
    }

    /** Takes over what people decided, where the message about it went to another gateway or was lost; blocks for a round trip. */
    public void review() {
        try {
            Map<RunnerId, Availability> held = store.heldBack();
            byId.values().stream()
                    .filter(session -> !held.getOrDefault(session.runner().id(), Availability.OPEN)
                            .equals(session.runner().availability()))
                    .toList()
                    .forEach(this::readAgain);
        } catch (RuntimeException e) {
            LOG.warn("Failed to read what people decided about runners: {}", e.getMessage());
        }
    }

    private void end(RunnerSession session) {
        ended.add(session.runner());
        close(session.runner().id());
    }

    private void readAgain(RunnerSession session) {
        RunnerId id = session.runner().id();
        try {
            Optional<Runner> stored = store.byId(id).filter(runner -> isSameSession(runner, session.runner()));
            stored.ifPresentOrElse(session::refresh, () -> end(session));
            parts.bells().changed(id);
        } catch (RuntimeException e) {
            LOG.warn("Failed to read runner {} again: {}", id, e.getMessage());
        }
    }

    /** Agrees with the other gateways on when a runner was told to end; without the store this one's own count stands. */
    private void interrupted(RunnerId id) {
        background.execute(() -> {
            Optional<RunnerSession> session = of(id);
            Optional<Instant> now = storeTime.get();
            if (session.isPresent() && now.isPresent()) {
                agree(session.get(), now.get());
            }
        });
    }

    private void agree(RunnerSession session, Instant now) {
        Runner runner = session.runner();
        try {
            Optional<Instant> since = store.interrupted(runner.id(), runner.generation(), now);
            if (since.isPresent()) {
                session.interruptedFor(Duration.between(since.get(), now));
            }
        } catch (RuntimeException e) {
            LOG.warn("Failed to store the interruption of runner {}: {}", runner.id(), e.getMessage());
        }
    }

    /** Answers everything that is held: this gateway is about to end, and another one goes on. */
    public void release() {
        byId.values().forEach(RunnerSession::release);
    }

    /** Forgets the runners that have not been heard here for long; the store knows them. */
    public void forgetSilent() {
        List<RunnerId> silent = byId.values().stream()
                .filter(session -> !session.isHere())
                .map(session -> session.runner().id())
                .toList();
        silent.forEach(this::close);
        ended.forgetOld();
    }

    @Override
    public List<RunnerPresence> all() {
        return byId.values().stream()
                .filter(RunnerSession::isHere)
                .map(RunnerSession::presence)
                .toList();
    }

    @Override
    public Optional<RunnerPresence> presenceOf(RunnerId runner) {
        return of(runner).map(RunnerSession::presence);
    }

    private static boolean isSameSession(Runner stored, Runner known) {
        return stored.generation().equals(known.generation())
                && stored.disconnectedAt().isEmpty()
                && stored.credentials().equals(known.credentials());
    }

    /** Called for one runner at a time, so that each session that is found by its id is found by its token, and no other is. */
    private RunnerSession newest(@Nullable RunnerSession present, Runner runner) {
        if (present != null && present.runner().generation().compareTo(runner.generation()) >= 0) {
            return present;
        }
        if (present != null) {
            ended.add(present.runner());
            forgetToken(present);
        }
        RunnerId id = runner.id();
        RunnerSession fresh = new RunnerSession(runner, parts, () -> recheck(id), () -> interrupted(id));
        byToken.put(runner.credentials().tokenHash(), fresh);
        return fresh;
    }

    private void forgetToken(RunnerSession session) {
        byToken.remove(session.runner().credentials().tokenHash(), session);
    }
}
