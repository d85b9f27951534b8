package io.signalbox.gateway.pool;

import io.signalbox.model.id.PoolName;
import java.util.List;

/** What pools have to do. Methods block for some round trips and end with a problem when the store is away. */
public interface PoolWork {

    /** How much it is. */
    PoolLoad load(PoolName pool);

    /** Ids of the tasks that wait and that the pool may run, the oldest first, at most this many. */
    List<String> queued(PoolName pool, int most);
}
