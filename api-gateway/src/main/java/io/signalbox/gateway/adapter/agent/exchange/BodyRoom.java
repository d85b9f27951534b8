package io.signalbox.gateway.adapter.agent.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.util.unit.DataSize;

/**
 * Room in memory for the large bodies of all agents' requests together. A body is read only when there is room for it, so that the agent is
 * slowed down first; who waits in vain, or meets a queue, is to come again. Thread-safe, in the order of asking.
 */
public final class BodyRoom {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 64;
    private static final int UNIT = 1024;

    private final int most;
    private final Semaphore units;

    /** A room of this size; a body that is larger than the room fits when nothing else is there. */
    public BodyRoom(DataSize size) {
        this.most = Math.max(1, Math.toIntExact(size.toKilobytes()));
        this.units = new Semaphore(most, true);
    }

    /** A place for a body of so many bytes; blocks for a while if need be. Nothing: there is none, and the body is not to be read. */
    public Optional<Place> take(long bytes) {
        int wanted = Math.clamp((bytes + UNIT - 1) / UNIT, 1, most);
        try {
            boolean taken = units.getQueueLength() < MOST_WAITING
                    && units.tryAcquire(wanted, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return taken ? Optional.of(new Place(units, wanted, new AtomicBoolean())) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * A body's place, to be left once nothing of the body is needed any more.
     *
     * @param units where it is
     * @param size how much it takes
     * @param left whether it was left already
     */
    public record Place(Semaphore units, int size, AtomicBoolean left) {
        private static final Place NONE = new Place(new Semaphore(0), 0, new AtomicBoolean(true));

        /** That of a body which is too small to need any. */
        public static Place none() {
            return NONE;
        }

        /** Makes room for others; idempotent. */
        public void leave() {
            if (left.compareAndSet(false, true)) {
                units.release(size);
            }
        }
    }
}
