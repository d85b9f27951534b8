package io.signalbox.cli.task.follow;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Format;
import picocli.CommandLine.Option;

/** Follows a task to its end, with Ctrl-C, and turns the end into an exit code. Programs get the task on standard output and its log beside it. */
public final class FollowToEnd {
    private final Desk desk;
    private final Interrupts interrupts;

    /** Follows by {@code desk}; {@code interrupts} says what Ctrl-C means. */
    public FollowToEnd(Desk desk, Interrupts interrupts) {
        this.desk = desk;
        this.interrupts = interrupts;
    }

    /** What can be said of it on the command line. */
    public static final class Options {
        @Option(
                names = "--on-interrupt",
                paramLabel = "ask|cancel|detach",
                description = "What Ctrl-C and SIGTERM mean; default ask, and cancel where nobody can be asked.")
        private OnInterrupt onInterrupt = OnInterrupt.ASK;
    }

    /** What Ctrl-C means. */
    public enum OnInterrupt {
        ASK,
        CANCEL,
        DETACH
    }

    /** Blocks until the end of {@code task}; its exit code. */
    public int end(String task, Options options) throws InterruptedException {
        boolean forPeople = desk.format() == Format.TABLE;
        var following = new FollowTask.Following(desk.api(), desk.screen(), desk.timing(), desk.clock());
        var follow = new FollowTask(following, task, bytes -> {
            if (forPeople) {
                desk.screen().bytes(bytes);
            } else {
                desk.screen().beside(bytes);
            }
        });
        Question question = interrupts.listen(options.onInterrupt);
        while (true) {
            try {
                return ended(follow.toEnd());
            } catch (Failure e) {
                String more = e.exitCode() == ExitCode.UNAVAILABLE ? " Task " + task + " goes on." : "";
                throw new Failure(e.exitCode(), e.line() + more);
            } catch (InterruptedException e) {
                if (isLeft(question, task)) {
                    desk.screen().note("Task " + task + " goes on: `signalbox logs -f " + task + "` follows it.");
                    return ExitCode.DETACHED.number();
                }
            }
        }
    }

    private boolean isLeft(Question question, String task) throws InterruptedException {
        return switch (question.ask(task)) {
            case GO_ON -> false;
            case DETACH -> true;
            case CANCEL -> {
                desk.api().persistent().send(Call.post("tasks", task, "cancel"));
                desk.screen().progress("Task " + task + " is told to end; another Ctrl-C leaves it");
                yield false;
            }
        };
    }

    private int ended(Doc task) {
        desk.screen().progress("");
        String line = TaskEnd.line(task);
        if (!line.isEmpty()) {
            desk.screen().note(line);
        }
        if (desk.format() == Format.JSON) {
            desk.screen().document(task.node().toString());
        }
        return TaskEnd.exitCode(task);
    }
}
