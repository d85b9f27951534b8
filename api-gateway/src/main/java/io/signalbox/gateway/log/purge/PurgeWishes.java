package io.signalbox.gateway.log.purge;

import io.signalbox.model.id.TaskId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scheduler wishes removed. Methods block and throw {@link io.signalbox.gateway.log.LogUnreadable}; all may be repeated. */
public interface PurgeWishes {

    /**
     * A page of the wishes, by the ids of their tasks.
     *
     * @param after the last id of the page before; absent: the first page
     * @param limit how many at most; fewer mean that there are no more
     */
    List<PurgeWish> page(@Nullable TaskId after, int limit);

    /**
     * Those of the wishes that are decided: where the task says itself that there is no log any more, or where it is gone. A task that
     * has none of the attempts is another one, under the same id.
     */
    List<PurgeWish> decided(List<PurgeWish> wishes);

    /** Nothing is left of the logs of these. */
    void fulfilled(Collection<TaskId> tasks);
}
