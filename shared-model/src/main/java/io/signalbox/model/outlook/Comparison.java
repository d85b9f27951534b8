package io.signalbox.model.outlook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The present queue with the present fleet and with another one.
 *
 * @param waiting how many tasks wait
 * @param now with the fleet as it is
 * @param then with the other one
 * @param groups the largest groups of tasks that want the same with the same priority
 * @param drained runners that would take nothing more
 * @param summary for people
 */
public record Comparison(
        int waiting, Outlook now, Outlook then, List<Group> groups, List<Drained> drained, String summary) {
    public Comparison {
        groups = List.copyOf(groups);
        drained = List.copyOf(drained);
    }

    /**
     * What becomes of those that wait.
     *
     * @param slots that take tasks
     * @param stuck tasks that no runner fits
     * @param lastStart when the last of the groups shown has started; absent: not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outlook(int slots, int stuck, @Nullable Instant lastStart) {}

    /**
     * Tasks that want the same.
     *
     * @param project theirs
     * @param pool the one they ask for
     * @param tags they require
     * @param priority theirs
     * @param waiting how many
     * @param now when the last of them starts as it is; absent: not known, or never
     * @param then when it starts with the other fleet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            ProjectName project,
            @Nullable PoolName pool,
            List<String> tags,
            int priority,
            int waiting,
            @Nullable Instant now,
            @Nullable Instant then) {}

    /**
     * A runner that would take nothing more.
     *
     * @param runner its name
     * @param tasks that it still has
     * @param emptyAt when the last of them ends; absent: not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Drained(
            String runner, int tasks, @Nullable Instant emptyAt) {}
}
