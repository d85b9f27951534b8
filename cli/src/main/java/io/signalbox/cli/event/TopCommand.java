package io.signalbox.cli.event;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Format;
import io.signalbox.cli.output.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code top}: pools, runners and tasks at work, drawn again every few seconds; once where no terminal is. */
@Command(name = "top", description = "Shows pools, runners and tasks, again and again; Ctrl-C ends it.")
public final class TopCommand implements Callable<Integer> {
    private static final String FROM_ABOVE = "\033[H\033[J";

    private final Desk desk;

    @Option(names = "--once", description = "Show it once.")
    private boolean once;

    @Option(names = "--every", paramLabel = "TIME", description = "How often; default 2s.")
    private Duration every = Duration.ofSeconds(2);

    /** Reads by {@code desk}. */
    public TopCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = desk.screen();
        Api api = desk.api();
        if (desk.format() == Format.JSON) {
            screen.document(Picture.of(api).json().toString());
            return ExitCode.OK.number();
        }
        if (once || !screen.terminal().output()) {
            screen.lines(lines(api));
            return ExitCode.OK.number();
        }
        while (true) {
            draw(screen, api);
            desk.timing().pause(every);
        }
    }

    private void draw(Screen screen, Api api) throws InterruptedException {
        try {
            List<String> lines = lines(api);
            int most = screen.terminal().height() - 1;
            List<String> seen = most > 0 && lines.size() > most ? lines.subList(0, most) : lines;
            screen.bytes((FROM_ABOVE + String.join("\n", seen) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (Failure e) {
            screen.progress(e.line());
        }
    }

    private List<String> lines(Api api) throws InterruptedException {
        return Picture.of(api)
                .lines(
                        desk.connection().address().toString(),
                        desk.clock().instant(),
                        desk.screen().terminal());
    }
}
