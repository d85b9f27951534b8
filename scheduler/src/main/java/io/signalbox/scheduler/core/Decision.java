package io.signalbox.scheduler.core;

import java.util.List;

/**
 * What the core wants after one batch of commands.
 * First all changes are committed in one bulk write, then the effects are performed: those of a change only if it was applied.
 * A change that missed comes back as {@link Command.TasksRead} with what was found; after an unknown outcome the core is thrown
 * away and a new one takes over (C16).
 *
 * @param batch number of the batch; with the epoch it marks each write of it as this leader's
 * @param changes at most one for each task
 * @param effects that depend on no change
 */
public record Decision(long batch, List<TaskChange> changes, List<Effect> effects) {
    public Decision {
        changes = List.copyOf(changes);
        effects = List.copyOf(effects);
    }
}
