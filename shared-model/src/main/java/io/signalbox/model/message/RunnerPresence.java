package io.signalbox.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runner as the gateway that holds it sees it: all that matching needs.
 *
 * @param runner its id
 * @param name for people
 * @param generation its registration
 * @param pool where it belongs
 * @param tags what it can do, the pool's name and its executors' tags included
 * @param projects which it serves; empty means all
 * @param paused takes nothing new for now
 * @param draining takes nothing new any more
 * @param slots its places
 * @param unready why it wants no new task at present, for people; absent: it does
 * @param official {@code true}: an official agent, which can live long without contact (C10); absent: ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunnerPresence(
        RunnerId runner,
        String name,
        Generation generation,
        PoolName pool,
        List<String> tags,
        List<ProjectName> projects,
        boolean paused,
        boolean draining,
        List<Slot> slots,
        @Nullable String unready,
        @Nullable Boolean official) {

    /** One that wants new tasks. */
    public RunnerPresence(
            RunnerId runner,
            String name,
            Generation generation,
            PoolName pool,
            List<String> tags,
            List<ProjectName> projects,
            boolean paused,
            boolean draining,
            List<Slot> slots) {
        this(runner, name, generation, pool, tags, projects, paused, draining, slots, null, null);
    }

    /**
     * One slot.
     *
     * @param number which
     * @param sync number of its newest sync
     * @param attempt what the runner says that it runs; absent: it says that it is idle
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slot(int number, long sync, @Nullable AttemptId attempt) {}
}
