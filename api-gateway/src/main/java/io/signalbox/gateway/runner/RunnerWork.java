package io.signalbox.gateway.runner;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.util.Map;

/** What runners have to do. Blocks for a round trip. */
@FunctionalInterface
public interface RunnerWork {

    /** The tasks with a live attempt on the slots of a runner, by slot. */
    Map<Integer, TaskId> of(RunnerId runner);
}
