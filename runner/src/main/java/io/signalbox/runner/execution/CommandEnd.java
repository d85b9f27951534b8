package io.signalbox.runner.execution;

/** How one command ended. */
public sealed interface CommandEnd {
    /** 0 to 255; 128 + n for death by signal n. */
    int exitCode();

    /**
     * The command ended and the shell waits for the next.
     *
     * @param exitCode its status
     */
    record Returned(int exitCode) implements CommandEnd {}

    /**
     * The shell itself ended: by {@code exit}, {@code exec} or a signal.
     *
     * @param exitCode the shell's status
     */
    record ShellGone(int exitCode) implements CommandEnd {}
}
