package io.signalbox.runner.adapter.docker;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload.Container;
import io.signalbox.runner.adapter.process.BashShell;
import io.signalbox.runner.adapter.process.channel.Channels;
import io.signalbox.runner.adapter.process.guard.GuardPool;
import io.signalbox.runner.adapter.process.guard.Watch;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.execution.Shells;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Opens each shell in a container of its own, which is removed with it. The guard sees its processes by their mark where the runner may look at them, as
 * root or as their user; a container that outlives the runner all the same is ended when the runner is back.
 */
public final class ContainerShells implements Shells, Closeable {
    private final ContainerSettings settings;
    private final Path folder;
    private final GuardPool guards = new GuardPool();
    private final ObjectMapper json;
    private @Nullable Engine engine;

    /** Shells whose pipes are made in {@code folder}. What talks to the engine is loaded when the first is opened. */
    public ContainerShells(ContainerSettings settings, Path folder, ObjectMapper json) throws IOException {
        this.settings = settings;
        this.folder = Files.createDirectories(folder);
        this.json = json;
    }

    @Override
    public Shell open(ShellOrder order, Output output) throws IOException {
        Container wanted = order.place().container().orElseThrow();
        engine().provide(wanted, line -> tell(output, line));
        Watch watch = Watch.begin(guards, order.attempt(), order.lease());
        try {
            return open(order, wanted, output, watch);
        } catch (IOException e) {
            watch.close();
            throw e;
        }
    }

    private synchronized Engine engine() {
        Engine loaded = engine == null ? new Engine(settings.socket(), json) : engine;
        engine = loaded;
        return loaded;
    }

    private static void tell(Output output, String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        output.write(bytes, bytes.length);
    }

    private Shell open(ShellOrder order, Container wanted, Output output, Watch watch) throws IOException {
        Channels channels = Channels.open(folder, order.place().console(), output);
        Optional<String> container = Optional.empty();
        try {
            var plan = new ContainerPlan(order, channels, settings);
            String id = engine().create(order.attempt(), plan.body(wanted.image(), user(order, channels)));
            container = Optional.of(id);
            engine().start(id);
            return new BashShell(new ContainerProcess(engine(), id), channels, watch::close);
        } catch (IOException e) {
            if (container.isPresent()) {
                engine().remove(container.get());
            }
            channels.close();
            throw e;
        }
    }

    /** Another user than the runner's is let at the folder and the channels of this task. */
    private String user(ShellOrder order, Channels channels) throws IOException {
        if (settings.user().isPresent()) {
            channels.share();
            Files.setPosixFilePermissions(order.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
            return settings.user().get();
        }
        return Files.getAttribute(order.folder(), "unix:uid") + ":" + Files.getAttribute(order.folder(), "unix:gid");
    }

    /** Ends and removes what attempts of an earlier run have left. Blocks; false when the engine could not do it. */
    public boolean endLeftovers(Collection<AttemptId> attempts) {
        try {
            for (AttemptId attempt : attempts) {
                for (String container : engine().containers(attempt)) {
                    engine().remove(container);
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        guards.close();
        if (engine != null) {
            engine.close();
        }
    }
}
