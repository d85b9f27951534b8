package io.signalbox.cli.task.follow;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Timing;
import io.signalbox.cli.output.Screen;
import io.signalbox.cli.task.follow.LogReading.News;
import io.signalbox.model.task.TaskState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows a task to its end: says why it waits, passes on what each attempt prints. An interrupt leaves it between two pages; called again it goes on
 * where it was.
 */
public final class FollowTask {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(50);
    /** By then the log of an attempt that ended is sealed, whatever became of its runner (C21). */
    private static final Duration SEAL = Duration.ofSeconds(90);

    private final Api api;
    private final Screen screen;
    private final Timing timing;
    private final InstantSource clock;
    private final String task;
    private final Consumer<byte[]> output;
    private int attempt;
    private Optional<LogReading> reading;

    /** Follows {@code task} from its first attempt on; its output goes to {@code output}. */
    public FollowTask(Following with, String task, Consumer<byte[]> output) {
        this(with, task, output, 1, Optional.empty());
    }

    /** Goes on with an attempt of which {@code reading} has read a part. */
    public FollowTask(Following with, String task, Consumer<byte[]> output, int attempt, Optional<LogReading> reading) {
        this.api = with.api().persistent();
        this.screen = with.screen();
        this.timing = with.timing();
        this.clock = with.clock();
        this.task = task;
        this.output = output;
        this.attempt = attempt;
        this.reading = reading;
    }

    /** What following needs. */
    public record Following(Api api, Screen screen, Timing timing, InstantSource clock) {}

    /** Blocks until the task's end; the task as it ended. */
    public Doc toEnd() throws InterruptedException {
        while (true) {
            if (reading.isEmpty()) {
                Doc now = awaitAttempt();
                if (stateOfAttempt(now).isEmpty()) {
                    return now;
                }
                reading = Optional.of(new LogReading(api, task, attempt, 0));
            }
            readToEnd(reading.get());
            reading = Optional.empty();
            attempt++;
        }
    }

    /** The task when the attempt has begun, or when the task has ended without it. */
    private Doc awaitAttempt() throws InterruptedException {
        Duration hold = FIRST_LOOK;
        Duration pause = MOMENT;
        while (true) {
            Doc now = api.send(Call.get("tasks", task)).doc();
            if (TaskEnd.hasEnded(now)
                    || stateOfAttempt(now)
                            .filter(state -> state != TaskState.ASSIGNED)
                            .isPresent()) {
                screen.progress("");
                return now;
            }
            if (hold.equals(LOOK)) {
                tellWhy(now);
            }
            if (attempt == 1) {
                awaitFirstEvent(hold);
            } else {
                timing.pause(pause);
            }
            pause = pause.compareTo(FIRST_LOOK) < 0 ? pause.multipliedBy(2) : pause;
            hold = LOOK;
        }
    }

    /** Held by the server until the first attempt prints something: sooner than any polling would see it. */
    private void awaitFirstEvent(Duration hold) throws InterruptedException {
        api.send(Call.get("tasks", task, "log").with("limit", 1).held(hold));
    }

    private void tellWhy(Doc now) throws InterruptedException {
        if (TaskEnd.stateOf(now).filter(TaskState.QUEUED::equals).isEmpty()) {
            screen.progress(
                    "Task " + task + " is about to start on " + now.at("runner").text("name"));
            return;
        }
        Doc explanation = api.send(Call.get("tasks", task, "explain")).doc();
        String why = WaitReason.of(explanation, clock.instant());
        if (!why.isEmpty()) {
            screen.progress("Task " + task + " " + why);
        }
    }

    /** The log is whole before the state says so; but that of a lost attempt may grow for a while, and nobody is to wait for it. */
    private void readToEnd(LogReading log) throws InterruptedException {
        Optional<Duration> ended = Optional.empty();
        while (true) {
            News news = log.read(LOOK, output);
            if (news == News.END) {
                return;
            }
            if (news == News.NONE) {
                TaskState state =
                        stateOfAttempt(api.send(Call.get("tasks", task)).doc()).orElse(TaskState.LOST);
                if (!state.isTerminal()) {
                    continue;
                }
                ended = ended.or(() -> Optional.of(timing.elapsed()));
                if (state == TaskState.LOST || isOver(ended.get())) {
                    screen.note("The log may still grow: `signalbox logs " + task + "` shows it again.");
                    return;
                }
            }
        }
    }

    private boolean isOver(Duration ended) {
        return timing.elapsed().minus(ended).compareTo(SEAL) > 0;
    }

    private Optional<TaskState> stateOfAttempt(Doc now) {
        return now.list("attempts").stream()
                .filter(one -> one.number("number").orElse(0) == attempt)
                .findFirst()
                .flatMap(TaskEnd::stateOf);
    }
}
