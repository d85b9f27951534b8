package io.signalbox.cli.adapter.terminal;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.task.follow.FollowToEnd.OnInterrupt;
import io.signalbox.cli.task.follow.Interrupts;
import io.signalbox.cli.task.follow.Question;
import io.signalbox.cli.task.follow.Question.Choice;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Signals of this process, and its user's answers. SIGTERM comes from somebody else, who is not asked. */
public final class SignalInterrupts implements Interrupts {
    private final Keyboard keyboard;
    private final PrintStream err;

    /** Asks at {@code keyboard}. */
    public SignalInterrupts(Keyboard keyboard, PrintStream err) {
        this.keyboard = keyboard;
        this.err = err;
    }

    @Override
    public Question listen(OnInterrupt meaning) {
        Thread follower = Thread.currentThread();
        var first = new AtomicBoolean(true);
        var typed = new AtomicBoolean();
        Signals.listen(signal -> {
            typed.set(signal.equals(Signals.INTERRUPT));
            if (first.compareAndSet(true, false)) {
                follower.interrupt();
            } else {
                leave();
            }
        });
        return task -> {
            Choice choice = choice(meaning, task, typed.get());
            first.set(choice == Choice.GO_ON);
            return choice;
        };
    }

    /** Past everything that may be stuck, such as an output that nobody reads. */
    private void leave() {
        err.println("Left: the task goes on.");
        Runtime.getRuntime().halt(ExitCode.DETACHED.number());
    }

    private Choice choice(OnInterrupt meaning, String task, boolean typed) {
        return switch (meaning) {
            case CANCEL -> Choice.CANCEL;
            case DETACH -> Choice.DETACH;
            case ASK -> typed && keyboard.isThere() ? asked(task) : Choice.CANCEL;
        };
    }

    private Choice asked(String task) {
        String answer = keyboard.line(
                        "\nTask " + task + ": cancel it (c), leave it (d), or follow it further (Enter)? ")
                .orElse("d")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (answer.startsWith("c")) {
            return Choice.CANCEL;
        }
        return answer.startsWith("d") || answer.startsWith("l") ? Choice.DETACH : Choice.GO_ON;
    }
}
