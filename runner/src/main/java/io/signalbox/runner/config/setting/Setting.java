package io.signalbox.runner.config.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set, the same for all commands. One name serves the option, the variable and the line of the configuration file:
 * {@code --some-option}, {@code SIGNALBOX_RUNNER_SOME_OPTION} and {@code some-option}.
 */
public enum Setting {
    CONFIG("FILE", "Settings, one 'name = value' a line, named like the options."),
    URL("URL[,URL]", "Gateways, tried in this order."),
    REGISTRATION_TOKEN("TOKEN", "Lets the runner in the first time."),
    CA("FILE", "Certificate authorities to trust instead of the system's."),
    TAG("TAG[,TAG]", "What the runner can do; repeatable."),
    SLOTS("N", "How many tasks at once; default 1, at most 100."),
    NAME("NAME", "Unique name; default: the host's."),
    HOME("DIR", "What must outlive the runner; default ~/.signalbox/runner."),
    DISCONNECT_AFTER_JOB("", "Leave after one task."),
    DISCONNECT_AFTER_IDLE("TIME", "Leave after this time without a task."),
    ENVIRONMENT_HOOK("FILE", "Bash that each shell of a task sources first."),
    PRE_JOB_HOOK("FILE", "Bash that a task's shell sources before the commands."),
    POST_JOB_HOOK("FILE", "Bash that a task's shell sources after the epilogues."),
    SHUTDOWN_HOOK("FILE", "Bash script that is run when the runner ends."),
    KEEP_FAILED("N", "Keep the working folders of the last N tasks that failed; default 0."),
    DOCKER_SOCKET("FILE", "Where the container engine listens; default /var/run/docker.sock."),
    DOCKER_USER("UID[:GID]", "Who runs in containers; default: the runner's user."),
    DOCKER_MEMORY("SIZE", "Memory of each container, such as 512m or 2g; default: no limit."),
    DOCKER_CPUS("N", "Cores of each container; default: all."),
    DOCKER_NETWORK("MODE", "Network of containers: bridge, none, host, or a network's name; default bridge."),
    DRAIN_LIMIT("TIME", "How long tasks may go on after SIGTERM; default 1h."),
    INTERRUPTION_FILE("FILE", "Drain when this file is there: for the notices of clouds."),
    INTERRUPTION_LIMIT("TIME", "How long tasks may go on after that; default 90s."),
    SPOOL_LIMIT("SIZE", "How much log may wait for the relay; default 10GB. Beyond it tasks wait."),
    MIN_FREE_DISK("SIZE", "Begin no task with less free disk below the home; default 1GB."),
    METRICS_PORT("PORT", "Tell a few figures on this port of the loopback address.");

    private static final String PREFIX = "SIGNALBOX_RUNNER_";
    private static final String DASHES = "--";

    private final String label;
    private final String description;

    Setting(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** The one of this option, such as {@code --slots}. */
    static Optional<Setting> ofOption(String option) {
        return Arrays.stream(values())
                .filter(setting -> setting.option().equals(option))
                .findFirst();
    }

    /** As it stands on the command line. */
    public String option() {
        return DASHES + key();
    }

    /** As it stands in the environment. */
    public String variable() {
        return PREFIX + name();
    }

    /** As it stands in the configuration file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its option stands alone. */
    boolean isFlag() {
        return label.isEmpty();
    }

    /** Whether it may be given several times. */
    boolean isList() {
        return this == URL || this == TAG;
    }

    /** A line of help. */
    public String help() {
        return "  %-32s %s".formatted(option() + " " + label, description);
    }
}
