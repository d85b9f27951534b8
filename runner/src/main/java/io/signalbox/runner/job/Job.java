package io.signalbox.runner.job;

import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.model.relay.JobPayload.EnvVar;
import io.signalbox.model.spec.Epilogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt is to do: the relay's payload, decoded.
 *
 * @param attempt which attempt
 * @param task of which task, where the relay says it
 * @param place where its commands run
 * @param files written before the commands
 * @param commands in order, until one fails
 * @param epilogues afterwards
 * @param hooks around all of it
 * @param env literal values, over the runner's own environment
 * @param killAfter how long it may go on without contact; for ever if there is none (C9)
 * @param timeout how long the commands may take
 * @param stopGrace from the polite signal to the deadly one
 * @param epilogueLimit how long all epilogues together may take
 * @param folder names what the working folder begins with
 */
public record Job(
        AttemptId attempt,
        @Nullable TaskId task,
        Place place,
        List<JobFile> files,
        List<Directive> commands,
        Epilogues epilogues,
        Hooks hooks,
        Map<String, String> env,
        Optional<Duration> killAfter,
        Duration timeout,
        Duration stopGrace,
        Duration epilogueLimit,
        Optional<PieceHash> folder) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(24);
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

    /**
     * Decodes a payload, to be run between {@code hooks}.
     *
     * @throws IllegalArgumentException for a payload that cannot be run: wrong base64, mode or name, with what is wrong as its message
     */
    public static Job of(JobPayload payload, Hooks hooks) {
        return new Job(
                payload.jobId(),
                payload.task(),
                place(payload),
                payload.files().stream().map(JobFile::of).toList(),
                List.copyOf(payload.commands()),
                new Epilogues(payload.epilogueAlways(), payload.epilogueOnPass(), payload.epilogueOnFail()),
                hooks,
                env(payload.envVars()),
                Optional.ofNullable(payload.killAfter()),
                Objects.requireNonNullElse(payload.timeout(), DEFAULT_TIMEOUT),
                Objects.requireNonNullElse(payload.stopGrace(), DEFAULT_GRACE),
                Epilogue.LIMIT,
                Optional.ofNullable(payload.folder()));
    }

    private static Place place(JobPayload payload) {
        boolean piped = Boolean.FALSE.equals(payload.tty());
        return new Place(piped ? Place.Console.PIPE : Place.Console.TERMINAL, Optional.ofNullable(payload.container()));
    }

    /** A name given twice: the last one wins. */
    private static Map<String, String> env(List<EnvVar> variables) {
        var env = new LinkedHashMap<String, String>();
        for (EnvVar variable : variables) {
            if (variable.name().isEmpty() || variable.name().indexOf('=') >= 0) {
                throw new IllegalArgumentException(
                        "an environment variable cannot be called '" + variable.name() + "'");
            }
            env.put(variable.name(), decode(variable));
        }
        return env;
    }

    private static String decode(EnvVar variable) {
        try {
            return new String(Base64.getDecoder().decode(variable.value()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the value of " + variable.name() + " is not base64", e);
        }
    }
}
