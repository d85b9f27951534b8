package io.signalbox.cli.task;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Format;
import io.signalbox.cli.task.follow.FollowTask;
import io.signalbox.cli.task.follow.LogReading;
import io.signalbox.cli.task.follow.LogReading.News;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logs}: the output of a task, byte by byte; with {@code -f} until its end. Programs get a page of its events. */
@Command(name = "logs", description = "Prints what a task has printed, as bytes; -f goes on until its end.")
public final class ReadLog implements Callable<Integer> {
    private static final int PAGE = 5000;

    private final Desk desk;

    @Parameters(paramLabel = "TASK", description = "Its id.")
    private String id = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the task ends.")
    private boolean follow;

    @Option(
            names = {"-n", "--tail"},
            paramLabel = "N",
            description = "Only the last N lines.")
    private @Nullable Integer tail;

    @Option(names = "--attempt", paramLabel = "N", description = "Of this attempt; default: the newest.")
    private @Nullable Integer attempt;

    /** Reads by {@code desk}. */
    public ReadLog(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Api api = desk.api().persistent();
        if (desk.format() == Format.JSON) {
            Call page = Call.get("tasks", id, "log").with("attempt", attempt);
            desk.screen()
                    .document(api.send(page.with(tail == null ? "limit" : "tail", tail == null ? PAGE : tail))
                            .body());
            return ExitCode.OK.number();
        }
        int number = attempt == null ? newest(api) : attempt;
        LogReading reading = beginning(api, number);
        if (follow) {
            var following = new FollowTask.Following(api, desk.screen(), desk.timing(), desk.clock());
            Optional<LogReading> begun = number == 0 ? Optional.empty() : Optional.of(reading);
            Doc _ = new FollowTask(following, id, desk.screen()::bytes, Math.max(1, number), begun).toEnd();
        } else if (number > 0) {
            readNow(reading);
        }
        return ExitCode.OK.number();
    }

    /** 0 when no attempt has begun. */
    private int newest(Api api) throws InterruptedException {
        List<Doc> attempts = api.send(Call.get("tasks", id)).doc().list("attempts");
        return attempts.isEmpty()
                ? 0
                : (int) attempts.getLast().number("number").orElse(0);
    }

    private LogReading beginning(Api api, int number) throws InterruptedException {
        if (tail == null || number == 0) {
            return new LogReading(api, id, number, 0);
        }
        LogTail end = LogTail.of(api, id, number, tail);
        desk.screen().bytes(end.bytes());
        return end.rest();
    }

    private void readNow(LogReading reading) throws InterruptedException {
        News news = News.SOME;
        while (news == News.SOME) {
            news = reading.read(Duration.ZERO, desk.screen()::bytes);
        }
    }
}
