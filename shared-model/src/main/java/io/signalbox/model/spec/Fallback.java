package io.signalbox.model.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.PoolName;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else will do for a task that has waited long enough.
 *
 * @param after the wait
 * @param tags the tags required from then on; absent: the same
 * @param pool another pool that may run it from then on; absent: only the one that it asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fallback(
        Duration after,
        @Nullable List<String> tags,
        @Nullable PoolName pool) {
    public Fallback {
        tags = tags == null ? null : Defaults.list(tags);
    }

    /** Other tags, in the same pool. */
    public Fallback(Duration after, List<String> tags) {
        this(after, tags, null);
    }
}
