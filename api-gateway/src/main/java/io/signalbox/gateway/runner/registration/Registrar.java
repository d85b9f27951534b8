package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.gateway.runner.Runner.Credentials;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.runner.StoredSlot;
import io.signalbox.gateway.runner.registration.RegistrationOutcome.Refused;
import io.signalbox.gateway.runner.registration.RegistrationOutcome.Registered;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Registers runners (C6). A name in use is refused until its holder has been silent, except for the repeat of a registration that never
 * synced, by the same process. Blocks for a few round trips; throws the driver's exception when the store is away. Thread-safe.
 */
public final class Registrar implements Registrations {
    private final RunnerStore runners;
    private final RegistrationTokens tokens;
    private final PoolNames pools;
    private final NameWatch names;
    private final Supplier<TokenValue> freshToken;
    private final Origin origin;

    /**
     * Registers in {@code runners}.
     *
     * @param freshToken makes access tokens
     */
    public Registrar(
            RunnerStore runners,
            RegistrationTokens tokens,
            PoolNames pools,
            NameWatch names,
            Supplier<TokenValue> freshToken,
            Origin origin) {
        this.runners = runners;
        this.tokens = tokens;
        this.pools = pools;
        this.names = names;
        this.freshToken = freshToken;
        this.origin = origin;
    }

    /**
     * Who registers, and when.
     *
     * @param relay this gateway
     * @param clock for display
     */
    public record Origin(RelayId relay, InstantSource clock) {}

    @Override
    public RegistrationOutcome register(Registration wish, TokenValue value) {
        return value.text().startsWith(TokenValue.ACCESS) ? comeBack(wish, value) : introduce(wish, value);
    }

    private RegistrationOutcome introduce(Registration wish, TokenValue value) {
        Optional<RegistrationToken> token = tokens.find(value);
        if (token.isEmpty()) {
            return denied("the registration token is not known, has expired or was revoked");
        }
        Optional<String> fault = fault(wish, token.get());
        if (fault.isPresent()) {
            return new Refused(ErrorCode.INVALID_REQUEST, fault.get());
        }
        Optional<Runner> holder = runners.byId(RunnerId.forName(wish.name()));
        if (holder.isPresent() && !mayReplace(holder.get(), wish)) {
            return taken(wish);
        }
        boolean repeat = holder.filter(it -> isRepeat(it, wish, token.get())).isPresent();
        if (!repeat && !tokens.use(token.get())) {
            return denied("the registration token has no use left");
        }
        return store(wish, token.get(), holder);
    }

    /** Whoever holds the access token is the runner: its connection is replaced at once, under the policy that it came by. */
    private RegistrationOutcome comeBack(Registration wish, TokenValue value) {
        Optional<Runner> holder = runners.byTokenHash(value.hash())
                .filter(runner ->
                        runner.disconnectedAt().isEmpty() && runner.name().equals(wish.name()));
        if (holder.isEmpty()) {
            return denied("the access token is not, or not any more, that of a runner of this name");
        }
        Runner known = holder.get();
        RegistrationToken token = tokens.byId(known.credentials().registrationToken())
                .orElseGet(() -> new RegistrationToken(
                        known.credentials().registrationToken(),
                        known.pool(),
                        Optional.of(Set.copyOf(known.tags())),
                        known.projects(),
                        List.of()));
        return fault(wish, token)
                .<RegistrationOutcome>map(fault -> new Refused(ErrorCode.INVALID_REQUEST, fault))
                .orElseGet(() -> store(wish, token, holder));
    }

    private static Optional<String> fault(Registration wish, RegistrationToken token) {
        return RegistrationRules.fault(wish).or(() -> foreign(wish, token)).or(() -> forbiddenTag(wish, token));
    }

    private static Optional<String> foreign(Registration wish, RegistrationToken token) {
        return token.admits(wish.address())
                ? Optional.empty()
                : Optional.of("the registration token does not allow the address " + wish.address());
    }

    private static Refused denied(String reason) {
        return new Refused(ErrorCode.UNAUTHENTICATED, reason);
    }

    private static Optional<String> forbiddenTag(Registration wish, RegistrationToken token) {
        return RunnerTags.forbidden(wish.tags(), token)
                .map(tag -> "the registration token does not allow the tag '" + tag + "'");
    }

    private boolean mayReplace(Runner holder, Registration wish) {
        boolean sameProcess = holder.neverSynced() && holder.host().isSameProcess(wish.host());
        return holder.disconnectedAt().isPresent() || sameProcess || names.isSilent(holder);
    }

    private static boolean isRepeat(Runner holder, Registration wish, RegistrationToken token) {
        return holder.neverSynced()
                && holder.host().isSameProcess(wish.host())
                && holder.credentials().registrationToken().equals(token.id());
    }

    private RegistrationOutcome store(Registration wish, RegistrationToken token, Optional<Runner> holder) {
        TokenValue access = freshToken.get();
        Runner runner = runner(wish, token, access, holder);
        boolean stored =
                holder.isPresent() ? runners.replace(runner, holder.get().generation()) : runners.insert(runner);
        names.forget(runner.id());
        return stored ? new Registered(runner, access) : taken(wish);
    }

    private Runner runner(Registration wish, RegistrationToken token, TokenValue access, Optional<Runner> holder) {
        Instant now = origin.clock().instant();
        return new Runner(
                RunnerId.forName(wish.name()),
                wish.name(),
                holder.map(it -> it.generation().next()).orElseGet(() -> firstGeneration(now)),
                new Credentials(access.hash(), token.id()),
                token.pool(),
                RunnerTags.of(wish, token, pools.all()),
                token.projects(),
                wish.host(),
                wish.manners(),
                new Availability(holder.filter(it -> it.availability().paused()).isPresent(), false),
                Optional.of(origin.relay()),
                now,
                Optional.empty(),
                slots(wish.slots(), holder),
                Runner.Condition.UNKNOWN);
    }

    /** Above every generation of a runner of this name that was removed. */
    private static Generation firstGeneration(Instant now) {
        return new Generation(now.getEpochSecond());
    }

    /** Sync numbers begin anew with a generation; the beats go on, so that they never repeat. */
    private static List<StoredSlot> slots(int count, Optional<Runner> holder) {
        long beats = holder.stream()
                .flatMap(runner -> runner.slots().stream())
                .mapToLong(StoredSlot::beat)
                .max()
                .orElse(0);
        return IntStream.range(0, count)
                .mapToObj(number -> new StoredSlot(number, 0, beats + 1, Optional.empty(), Duration.ZERO))
                .toList();
    }

    private static Refused taken(Registration wish) {
        return new Refused(
                ErrorCode.NAME_TAKEN,
                "the name '" + wish.name()
                        + "' is in use by a runner that was heard of lately; it is free 15 to 60 s after that has fallen silent");
    }
}
