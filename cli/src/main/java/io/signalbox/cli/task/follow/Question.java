package io.signalbox.cli.task.follow;

/** Asks whoever pressed Ctrl-C what is meant. */
@FunctionalInterface
public interface Question {

    /** Blocks until there is an answer; another Ctrl-C meanwhile interrupts. Where nobody can be asked the answer stands already. */
    Choice ask(String task) throws InterruptedException;

    /** What is meant. */
    enum Choice {
        /** End the task, and wait for its end. */
        CANCEL,
        /** Let it go on without this command. */
        DETACH,
        /** Follow it further. */
        GO_ON
    }
}
