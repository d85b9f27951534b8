package io.signalbox.model.rule;

import io.signalbox.model.spec.Command;
import io.signalbox.model.spec.Executor;
import io.signalbox.model.spec.Fallback;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.spec.TaskFile;
import io.signalbox.model.spec.TaskSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The limits that a task specification must keep. A pure function: specification in, everything wrong with it out. */
public final class SpecRules {
    /** A task's JSON may have this many bytes; the edge refuses a longer one before it is read. */
    public static final int MAX_SPEC_BYTES = 1024 * 1024;

    private static final int MAX_NAME = 200;
    private static final int MAX_COMMANDS = 500;
    private static final int MAX_COMMAND_CHARACTERS = 64 * 1024;
    private static final int MAX_TAGS = 50;
    private static final int MAX_ENV = 500;
    private static final int MAX_VALUE = 128 * 1024;
    private static final int MAX_FILES = 100;
    private static final int MAX_PATH = 1000;
    private static final int MAX_LABELS = 50;
    private static final int MAX_LABEL_VALUE = 200;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1," + MAX_NAME + "}");
    private static final Pattern TAG = Pattern.compile("!?[a-zA-Z0-9][a-zA-Z0-9._:/+=@-]{0,99}");
    private static final String TAG_SHAPE = "1 to 100 of A-Z a-z 0-9 . _ : / + = @ -, optionally after a '!'";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._/-]{0,62}");
    private static final Pattern MODE = Pattern.compile("0?[0-7]{3}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final Pattern KEY = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private SpecRules() {}

    /** Everything wrong with {@code spec}, at most 20 violations; empty when it keeps the rules. */
    public static List<Violation> violations(TaskSpec spec) {
        Violations found = new Violations();
        if (spec.name() != null) {
            found.matching("/name", spec.name(), NAME, "1 to " + MAX_NAME + " characters without control characters");
        }
        found.require(!spec.commands().isEmpty(), "/commands", "must have at least one command");
        commands(found, "/commands", spec.commands());
        commands(found, "/prologue", spec.prologue());
        commands(found, "/epilogue/always", spec.epilogue().always());
        commands(found, "/epilogue/onPass", spec.epilogue().onPass());
        commands(found, "/epilogue/onFail", spec.epilogue().onFail());
        each(found, "/tags", spec.tags(), MAX_TAGS, TAG, TAG_SHAPE);
        each(found, "/secrets", spec.secrets(), MAX_TAGS, SECRET, "the name of a secret");
        environment(found, spec.env());
        files(found, spec.files());
        labels(found, spec.labels());
        found.require(spec.folder() == null || spec.folder().manifest() != null, "/folder/manifest", "is required");
        times(found, spec);
        policies(found, spec);
        return found.found();
    }

    /** Whether a secret may have this name, which is that of a variable in the environment of attempts. */
    public static boolean isSecretName(String name) {
        return SECRET.matcher(name).matches();
    }

    private static void commands(Violations found, String pointer, List<Command> commands) {
        if (!found.size(pointer, commands.size(), MAX_COMMANDS)) {
            return;
        }
        for (int i = 0; i < commands.size(); i++) {
            @Nullable Command command = commands.get(i);
            String at = pointer + "/" + i;
            String run = command == null ? null : command.run();
            found.text(at, run, MAX_COMMAND_CHARACTERS);
            found.require(run == null || !run.isBlank(), at, "must not be empty");
            if (command != null && command.alias() != null) {
                found.matching(at + "/alias", command.alias(), NAME, "a line of at most " + MAX_NAME + " characters");
            }
        }
    }

    private static void each(
            Violations found, String pointer, List<String> values, int most, Pattern pattern, String shape) {
        if (found.size(pointer, values.size(), most)) {
            for (int i = 0; i < values.size(); i++) {
                found.matching(pointer + "/" + i, values.get(i), pattern, shape);
            }
        }
    }

    private static void environment(Violations found, Map<String, String> env) {
        if (found.size("/env", env.size(), MAX_ENV)) {
            env.forEach((name, value) -> {
                String at = "/env/" + escape(name);
                found.matching(at, name, VARIABLE, "the name of an environment variable");
                found.text(at, value, MAX_VALUE);
            });
        }
    }

    private static void files(Violations found, List<TaskFile> files) {
        if (!found.size("/files", files.size(), MAX_FILES)) {
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            String at = "/files/" + i;
            @Nullable TaskFile file = files.get(i);
            if (file == null) {
                found.require(false, at, "must not be null");
                continue;
            }
            found.text(at + "/path", file.path(), MAX_PATH);
            found.require(file.path() == null || !file.path().isBlank(), at + "/path", "must not be empty");
            found.require(isBase64(file.content()), at + "/content", "must be padded base64");
            found.matching(at + "/mode", file.mode(), MODE, "octal permissions such as 0644");
        }
    }

    private static void labels(Violations found, Map<String, String> labels) {
        if (found.size("/labels", labels.size(), MAX_LABELS)) {
            labels.forEach((key, value) -> {
                String at = "/labels/" + escape(key);
                found.matching(at, key, LABEL, "a label key of 1 to 63 of A-Z a-z 0-9 . _ / -");
                found.text(at, value, MAX_LABEL_VALUE);
            });
        }
    }

    private static void times(Violations found, TaskSpec spec) {
        found.range("/priority", spec.priority(), 0, 100);
        found.range("/timeout", spec.timeout(), SECOND, WEEK);
        found.range("/stopGrace", spec.stopGrace(), Duration.ZERO, Duration.ofHours(1));
        found.range("/queueTimeout", spec.queueTimeout(), SECOND, Duration.ofDays(30));
    }

    private static void policies(Violations found, TaskSpec spec) {
        retry(found, spec.retry());
        found.range("/onLost/after", spec.onLost().after(), Duration.ofSeconds(15), OnLost.LONGEST);
        found.range("/onLost/maxRequeues", spec.onLost().maxRequeues(), 0, 20);
        if (spec.concurrency() != null) {
            found.matching("/concurrency/key", spec.concurrency().key(), KEY, "1 to 200 printable characters");
            found.range("/concurrency/limit", spec.concurrency().limit(), 1, 1000);
        }
        if (spec.fallback() != null) {
            fallback(found, spec, spec.fallback());
        }
        if (spec.executor() instanceof Executor.Docker docker) {
            found.matching("/executor/image", docker.image(), KEY, "the reference of an image");
        }
    }

    private static void retry(Violations found, RetryPolicy retry) {
        found.range("/retry/maxAttempts", retry.maxAttempts(), 1, 20);
        found.range("/retry/backoff", retry.backoff(), Duration.ZERO, Duration.ofDays(1));
        noneIsNull(found, "/retry/on", retry.on());
        if (found.size("/retry/exitCodes", retry.exitCodes().size(), 100)) {
            noneIsNull(found, "/retry/exitCodes", retry.exitCodes());
        }
    }

    private static void noneIsNull(Violations found, String pointer, List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            found.require(values.get(i) != null, pointer + "/" + i, "must not be null");
        }
    }

    private static void fallback(Violations found, TaskSpec spec, Fallback fallback) {
        found.require(fallback.after() != null, "/fallback/after", "is required");
        found.require(fallback.tags() != null || fallback.pool() != null, "/fallback", "must name tags or a pool");
        found.require(
                fallback.pool() == null || spec.pool() != null,
                "/fallback/pool",
                "must go with a pool that the task asks for: any pool may run one that asks for none");
        if (fallback.tags() != null) {
            each(found, "/fallback/tags", fallback.tags(), MAX_TAGS, TAG, TAG_SHAPE);
        }
    }

    private static boolean isBase64(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
