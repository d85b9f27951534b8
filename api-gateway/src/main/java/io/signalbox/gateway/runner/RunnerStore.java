package io.signalbox.gateway.runner;

import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where runners are kept. Methods block for a round trip and throw the driver's exception when the store is away. */
public interface RunnerStore {

    /** The runner with this id. */
    Optional<Runner> byId(RunnerId id);

    /** The runner with this access token. */
    Optional<Runner> byTokenHash(String hash);

    /** All runners, by name. */
    List<Runner> all();

    /**
     * Stores a first generation.
     *
     * @return false when a runner with its id is there
     */
    boolean insert(Runner runner);

    /**
     * Stores a further generation in the place of {@code expected}.
     *
     * @return false when another one is there
     */
    boolean replace(Runner runner, Generation expected);

    /**
     * Ends a generation: its token counts no more.
     *
     * @return false when another generation is there
     */
    boolean disconnect(RunnerId id, Generation generation, Instant at);

    /**
     * Changes what people decided.
     *
     * @return false when there is no such runner
     */
    boolean decide(RunnerId id, Availability availability);

    /** What people decided, of every runner that does not take tasks as it likes. */
    Map<RunnerId, Availability> heldBack();

    /**
     * A generation was told to end, and this gateway has just heard so.
     *
     * @param now by the store's clock
     * @return when the first gateway heard so; empty when another generation is there
     */
    Optional<Instant> interrupted(RunnerId id, Generation generation, Instant now);

    /** Removes a runner; its token counts no more. */
    void remove(RunnerId id);
}
