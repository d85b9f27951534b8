package io.signalbox.gateway.runner;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A registered runner.
 *
 * @param id follows from its name
 * @param name unique
 * @param generation grows with each registration
 * @param credentials by which it is known
 * @param pool where it belongs
 * @param tags what it can do, the pool's name and its executors among them
 * @param projects which it serves; empty: all
 * @param host what it said of its machine
 * @param manners how it behaves
 * @param availability what people decided about it
 * @param relay the gateway that registered or heard it last
 * @param registeredAt when this generation began
 * @param disconnectedAt when it said goodbye
 * @param slots its places, by number
 * @param condition what it last said of itself
 */
public record Runner(
        RunnerId id,
        String name,
        Generation generation,
        Credentials credentials,
        PoolName pool,
        List<String> tags,
        List<ProjectName> projects,
        Host host,
        Manners manners,
        Availability availability,
        Optional<RelayId> relay,
        Instant registeredAt,
        Optional<Instant> disconnectedAt,
        List<StoredSlot> slots,
        Condition condition) {
    public Runner {
        tags = List.copyOf(tags);
        projects = List.copyOf(projects);
        slots = List.copyOf(slots);
    }

    /** Whether no sync of this generation was ever stored. */
    public boolean neverSynced() {
        return slots.stream().allMatch(slot -> slot.sync() == 0);
    }

    /**
     * By what it is known.
     *
     * @param tokenHash SHA-256 of its access token
     * @param registrationToken id of the token that it came with
     */
    public record Credentials(String tokenHash, String registrationToken) {}

    /**
     * What it said of itself.
     *
     * @param version of the runner
     * @param os for people
     * @param arch for people
     * @param hostname for people, and to recognise a repeated registration
     * @param pid of its process
     */
    public record Host(String version, String os, String arch, String hostname, long pid) {
        /** Whether it is the same process. */
        public boolean isSameProcess(Host other) {
            return pid == other.pid && hostname.equals(other.hostname);
        }
    }

    /**
     * How it behaves.
     *
     * @param singleJob after one task
     * @param idleTimeout after this long without one; zero: never
     * @param interruptionGrace how long what it runs may go on once it was told to end; official agents only
     * @param protocol which it speaks
     */
    public record Manners(boolean singleJob, Duration idleTimeout, Duration interruptionGrace, Protocol protocol) {}

    /**
     * What it last said of itself.
     *
     * @param unready why it wants no new task at present, if it does not
     * @param health the newest samples of its machine, oldest first
     */
    public record Condition(Optional<String> unready, List<HealthSample> health) {
        /** It has said nothing. */
        public static final Condition UNKNOWN = new Condition(Optional.empty(), List.of());

        private static final int MOST_SAMPLES = 6;

        public Condition {
            health = List.copyOf(health);
        }

        /** With further samples; the oldest are forgotten. */
        public Condition after(Optional<String> said, List<HealthSample> samples) {
            List<HealthSample> all =
                    Stream.concat(health.stream(), samples.stream()).toList();
            return new Condition(said, all.subList(Math.max(0, all.size() - MOST_SAMPLES), all.size()));
        }
    }

    /**
     * What people decided about it.
     *
     * @param paused takes nothing new for now
     * @param draining takes nothing new any more, and ends when it is idle
     */
    public record Availability(boolean paused, boolean draining) {
        public static final Availability OPEN = new Availability(false, false);
    }
}
