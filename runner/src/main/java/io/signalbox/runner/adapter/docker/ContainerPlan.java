package io.signalbox.runner.adapter.docker;

import io.signalbox.runner.adapter.process.channel.Channels;
import io.signalbox.runner.adapter.process.family.Mark;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.job.Place.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The container for one shell, in the words of the Engine API. */
final class ContainerPlan {
    private static final String SHELL = "exec bash --noprofile --norc \"$0\" </dev/null >>\"$1\" 2>&1";
    private static final String TERMINAL = "/dev/signalbox";
    private static final double NANOS = 1e9;

    private final ShellOrder order;
    private final Channels channels;
    private final ContainerSettings settings;

    ContainerPlan(ShellOrder order, Channels channels, ContainerSettings settings) {
        this.order = order;
        this.channels = channels;
        this.settings = settings;
    }

    /** The body of a creation; {@code user} runs in it. */
    Map<String, Object> body(String image, String user) {
        return Map.of(
                "Image", image,
                "Entrypoint", List.of("bash"),
                "Cmd",
                        List.of(
                                "--noprofile",
                                "--norc",
                                "-c",
                                SHELL,
                                channels.commands().path().toString(),
                                output()),
                "WorkingDir", order.folder().toString(),
                "User", user,
                "Env", environment(),
                "Labels", Map.of(Engine.LABEL, order.attempt().value()),
                "HostConfig", host());
    }

    private boolean hasTerminal() {
        return !channels.output().startsWith(channels.folder());
    }

    private String output() {
        return hasTerminal() ? TERMINAL : channels.output().toString();
    }

    private List<String> environment() {
        var all = new HashMap<String, String>();
        if (order.place().console() == Console.TERMINAL) {
            all.put("TERM", "xterm");
        }
        all.putAll(order.env());
        all.put(Mark.VARIABLE, new Mark(order.attempt()).text(""));
        // The first process passes a signal on to all, not to the shell alone.
        all.put("TINI_KILL_PROCESS_GROUP", "1");
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private Map<String, Object> host() {
        return Map.of(
                "Init", true,
                "NetworkMode", settings.network(),
                "Memory", settings.limits().memory(),
                "NanoCpus", Math.round(settings.limits().cpus() * NANOS),
                "Mounts", mounts());
    }

    private List<Map<String, Object>> mounts() {
        var mounts = new ArrayList<Map<String, Object>>();
        mounts.add(mount(order.folder(), order.folder().toString(), false));
        mounts.add(mount(channels.folder(), channels.folder().toString(), true));
        if (hasTerminal()) {
            mounts.add(mount(channels.output(), TERMINAL, false));
        }
        return mounts;
    }

    private static Map<String, Object> mount(Path source, String target, boolean readOnly) {
        return Map.of("Type", "bind", "Source", source.toString(), "Target", target, "ReadOnly", readOnly);
    }
}
