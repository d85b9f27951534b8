package io.signalbox.cli.task.submit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything that can be said of a task on the command line. */
public final class TaskOptions {
    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description =
                    "One word is shell text as it stands; several are a program and its arguments, passed on exactly"
                            + " as they are.")
    final List<String> words = new ArrayList<>();

    @Option(
            names = {"-c", "--command"},
            paramLabel = "TEXT",
            description = "Shell text; repeatable, run in order in one shell.")
    final List<String> commands = new ArrayList<>();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The task as JSON, or - for standard input; options change it.")
    @Nullable
    Path file;

    @Option(
            names = "--send",
            paramLabel = "FOLDER",
            description = "Send this folder along: the task begins in a copy of it. What .gitignore names stays here.")
    @Nullable
    Path send;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "Whose task it is; default: SIGNALBOX_PROJECT, else 'default'.")
    @Nullable
    String project;

    @Option(names = "--name", paramLabel = "TEXT", description = "For people.")
    @Nullable
    String name;

    @Option(
            names = {"-t", "--tag"},
            split = ",",
            paramLabel = "TAG",
            description = "What the runner must have; repeatable.")
    final List<String> tags = new ArrayList<>();

    @Option(names = "--pool", paramLabel = "NAME", description = "The only pool that may run it.")
    @Nullable
    String pool;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME[=VALUE]",
            description = "A variable; without a value the one that it has here.")
    final List<String> env = new ArrayList<>();

    @Option(
            names = "--secret",
            split = ",",
            paramLabel = "NAME",
            description = "A secret of the project, as a variable; repeatable.")
    final List<String> secrets = new ArrayList<>();

    @Option(
            names = {"-l", "--label"},
            paramLabel = "KEY=VALUE",
            description = "For finding it again; repeatable.")
    final Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--image", paramLabel = "IMAGE", description = "Run in a container of this image.")
    @Nullable
    String image;

    @Option(names = "--no-tty", description = "Run on pipes instead of a terminal.")
    boolean noTty;

    @Option(names = "--priority", paramLabel = "N", description = "0 to 100, higher first; default 50.")
    @Nullable
    Integer priority;

    @Option(names = "--timeout", paramLabel = "TIME", description = "How long an attempt may run; default 1h.")
    @Nullable
    Duration timeout;

    @Option(names = "--queue-timeout", paramLabel = "TIME", description = "How long it may wait; default 24h.")
    @Nullable
    Duration queueTimeout;

    @Option(names = "--attempts", paramLabel = "N", description = "Try a failed task again, so often in all.")
    @Nullable
    Integer attempts;

    @Option(
            names = "--on-lost",
            paramLabel = "fail|requeue",
            description = "What losing the runner means; default fail. requeue: at least once.")
    @Nullable
    String onLost;

    @Option(
            names = "--concurrency-key",
            paramLabel = "KEY",
            description = "Of the project's tasks with this key one runs at a time.")
    @Nullable
    String concurrencyKey;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Idempotency key: the same one gives the same task; default: a new one.")
    @Nullable
    String key;
}
