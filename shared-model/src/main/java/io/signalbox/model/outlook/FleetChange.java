package io.signalbox.model.outlook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RunnerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fleet that is thought of: the present one without some runners and with others.
 *
 * @param drain runners that take nothing more
 * @param add runners that come
 */
public record FleetChange(List<RunnerId> drain, List<Addition> add) {
    public FleetChange {
        drain = drain == null ? List.of() : List.copyOf(drain);
        add = add == null ? List.of() : List.copyOf(add);
    }

    /**
     * Runners that come to one pool.
     *
     * @param pool which
     * @param runners how many
     * @param slots of each; absent: as many as those of the pool have
     * @param tags of each; absent: those of the pool's runners
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Addition(
            PoolName pool,
            int runners,
            @Nullable Integer slots,
            @Nullable List<String> tags) {
        public Addition {
            tags = tags == null ? null : List.copyOf(tags);
        }
    }
}
