package io.signalbox.scheduler.core.view;

import io.signalbox.model.id.ProjectName;
import io.signalbox.scheduler.core.duration.Spread;

/**
 * A live attempt.
 *
 * @param project whose task it is
 * @param usual how long such tasks take
 * @param elapsed for how long it has had its slot, in milliseconds
 */
public record Work(ProjectName project, Spread usual, long elapsed) {

    /** For how long it will go on, in milliseconds. */
    public double rest() {
        return usual.rest(elapsed);
    }
}
