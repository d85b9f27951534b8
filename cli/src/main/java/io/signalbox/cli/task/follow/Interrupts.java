package io.signalbox.cli.task.follow;

import io.signalbox.cli.task.follow.FollowToEnd.OnInterrupt;

/** Signals that end a command, and people who can be asked what they mean. */
@FunctionalInterface
public interface Interrupts {

    /**
     * From now on the first signal interrupts the calling thread instead of ending the process, and a second one ends it with
     * {@link io.signalbox.cli.failure.ExitCode#DETACHED}.
     *
     * @return answers what the first one meant
     */
    Question listen(OnInterrupt meaning);
}
