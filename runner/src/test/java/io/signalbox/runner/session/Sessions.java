package io.signalbox.runner.session;

import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.runner.contact.MachineClock;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.health.Health;
import io.signalbox.runner.status.StatusBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Builds sessions for tests. */
public final class Sessions {
    public static final RegisterRequest REQUEST =
            new RegisterRequest("runner", "dev", 1, "", "", "", false, 0, 0, "", 1, List.of(), List.of());

    private Sessions() {}

    /** Surroundings that wait no time between tries. */
    public static Surroundings surroundings(Lifecycle life) {
        return surroundings(life, time -> !life.isOver(), new Random(1));
    }

    /** Surroundings in which nobody tries again for an hour after every gateway has failed, unless something happens. */
    public static Surroundings patient(Lifecycle life) {
        return surroundings(life, life::pause, hours());
    }

    private static RandomGenerator hours() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return Duration.ofHours(1).toMillis();
            }

            @Override
            public long nextLong(long bound) {
                return nextLong();
            }
        };
    }

    private static Surroundings surroundings(Lifecycle life, Surroundings.Pauses pauses, RandomGenerator random) {
        return new Surroundings(
                line -> {},
                life,
                pauses,
                () -> Instant.ofEpochSecond(7),
                random,
                clock(),
                new Health(),
                new StatusBoard());
    }

    /** Each moment is a second later than the one before. */
    private static MachineClock clock() {
        var seconds = new AtomicLong();
        return () -> new Moment(seconds.incrementAndGet() * 1000, 0);
    }

    /** A registered session at the relay's two gateways. */
    public static Session open(ScriptedRelay relay, Surroundings surroundings) {
        var gateways = new Gateways(ScriptedRelay.GATEWAYS);
        var session = new Session(
                relay,
                gateways,
                new Registration(relay, gateways, REQUEST, "registration", new MemoryMemberships(), surroundings),
                surroundings);
        assert session.open().isPresent();
        return session;
    }

    /** A membership that is kept in memory. */
    static final class MemoryMemberships implements MembershipStore {
        private Optional<Membership> kept = Optional.empty();

        @Override
        public Optional<Membership> load() {
            return kept;
        }

        @Override
        public void save(Membership membership) {
            kept = Optional.of(membership);
        }

        @Override
        public void forget() {
            kept = Optional.empty();
        }
    }

    /** Pauses that are only remembered. */
    static final class RecordedPauses implements Surroundings.Pauses {
        final List<Duration> all = new ArrayList<>();

        @Override
        public boolean pause(Duration time) {
            all.add(time);
            return true;
        }
    }
}
