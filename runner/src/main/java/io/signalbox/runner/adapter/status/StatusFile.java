package io.signalbox.runner.adapter.status;

import io.signalbox.runner.execution.Timer;
import io.signalbox.runner.status.RunnerStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The status in a file, written anew when it has changed, at most once a second. Whether its process lives says the lock of the home. */
public final class StatusFile {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Path path;
    private final ObjectMapper json;

    public StatusFile(Path path, ObjectMapper json) {
        this.path = path;
        this.json = json;
    }

    /** Begins to write; ends with the timer. A disk that is full costs the news and nothing else. */
    public void keep(Supplier<RunnerStatus> status, Timer timer) {
        write(status, null, timer);
    }

    private void write(Supplier<RunnerStatus> status, @Nullable RunnerStatus written, Timer timer) {
        RunnerStatus now = status.get();
        boolean told = now.equals(written) || written(now);
        Timer.Alarm _ = timer.after(EVERY, () -> write(status, told ? now : written, timer));
    }

    private boolean written(RunnerStatus status) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.write(fresh, json.writeValueAsBytes(status));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What was written last, if it can be read. */
    public Optional<RunnerStatus> read() {
        try {
            return Optional.of(json.readValue(Files.readAllBytes(path), RunnerStatus.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
