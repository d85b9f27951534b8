package io.signalbox.scheduler.core.limit;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.Attempt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lost attempts whose process may still run and therefore holds its concurrency key (C9): until the runner returns in the same session
 * without it, or for as long as a runner that cannot sync may let it live.
 */
public final class LostHolders {
    private final Map<TaskId, Lost> holders = new LinkedHashMap<>();

    /**
     * A key that is still held.
     *
     * @param key which
     * @param task the task whose attempt was lost
     * @param attempt the attempt
     * @param until when it cannot run any more, by the monotonic clock
     */
    public record Lost(KeyName key, TaskId task, Attempt attempt, long until) {}

    /** The attempt was lost; or it showed life since, and the time begins anew. */
    public void add(Lost lost) {
        holders.put(lost.task(), lost);
    }

    /** The task is known to hold on. */
    public boolean has(TaskId task) {
        return holders.containsKey(task);
    }

    /** Those whose time has passed by now, which are forgotten. */
    public List<Lost> expired(long monotonicMillis) {
        List<Lost> found = new ArrayList<>();
        Iterator<Lost> all = holders.values().iterator();
        while (all.hasNext()) {
            Lost lost = all.next();
            if (lost.until() <= monotonicMillis) {
                found.add(lost);
                all.remove();
            }
        }
        return found;
    }

    /** Those that the word of their slot shows to be gone, which are forgotten. */
    public List<Lost> refuted(Slot slot) {
        List<Lost> found = holders.values().stream()
                .filter(lost -> lost.attempt().slot().equals(slot.ref()) && isRefuted(lost, slot))
                .toList();
        found.forEach(lost -> holders.remove(lost.task()));
        return found;
    }

    private static boolean isRefuted(Lost lost, Slot slot) {
        return slot.isHeard()
                && slot.runner().generation().equals(lost.attempt().generation())
                && !lost.attempt().id().equals(slot.named());
    }
}
