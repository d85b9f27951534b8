package io.signalbox.gateway.pool;

import io.signalbox.model.id.PoolName;
import java.util.List;
import java.util.Optional;

/** Keeps pools. Methods block for a round trip and end with a problem when the store is away. */
public interface PoolStore {

    /** All pools, by name. */
    List<Pool> all();

    /** The pool of this name. */
    Optional<Pool> find(PoolName name);

    /**
     * Stores a new pool.
     *
     * @return false when there is one of this name; then nothing is changed
     */
    boolean insert(Pool pool);

    /**
     * Stores what a pool is now, if nobody has changed it meanwhile.
     *
     * @param before the version that it had
     * @return whether it was stored
     */
    boolean update(Pool pool, long before);
}
