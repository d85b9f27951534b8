package io.signalbox.cli.failure;

/**
 * What {@code signalbox} ends with. {@code run} passes on the task's own code, so everything else keeps away from the codes that programs use, but
 * for those that say the same: 124 as {@code timeout} has it, 125 as container tools have it, 130 after Ctrl-C, 141 for a closed pipe.
 */
public enum ExitCode {
    OK(0, "done; of `run`: the task passed"),
    NOT_WELL(1, "`doctor` or `audit verify` found something wrong"),
    UNAVAILABLE(119, "no gateway answered, or all were overloaded for too long; a task that was submitted goes on"),
    USAGE(120, "the command line or a setting is wrong"),
    LOST(121, "of `run`: the task is lost, its runner was not heard of any more"),
    CANCELED(122, "of `run`: the task was cancelled, waited for too long, or was rejected by its concurrency key"),
    FAILED(123, "of `run`: the task failed without an exit code of its own, such as one that could not begin"),
    TIMED_OUT(124, "of `run`: the task ran longer than its time-out"),
    REFUSED(125, "Signalbox refused it, or `signalbox` itself failed"),
    DETACHED(130, "interrupted; a task that was followed goes on"),
    CLOSED(141, "whoever read the output has gone; a task that was followed goes on");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number that the shell sees. */
    public int number() {
        return number;
    }

    /** What it says, for the documentation. */
    public String meaning() {
        return meaning;
    }
}
