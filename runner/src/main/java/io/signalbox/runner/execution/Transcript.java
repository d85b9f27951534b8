package io.signalbox.runner.execution;

import io.signalbox.model.task.AttemptResult;

/** The log of an attempt as it is written. Output belongs to the command that began last. Safe to use from several threads. */
public interface Transcript extends Shells.Output {
    /** The attempt began. */
    void jobStarted();

    /** A command began; {@code title} is its alias or its text. */
    void commandStarted(String title);

    /** The command that began last ended. */
    void commandFinished(int exitCode);

    /** The attempt ended; nothing follows. */
    void jobFinished(AttemptResult result);
}
