package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.Executor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run. Official agents read everything up to {@code logger}; the rest is ours.
 *
 * @param jobId the attempt
 * @param jobName for people
 * @param executor {@code shell}, {@code docker} with {@code container}, or for official agents {@code dockercompose}
 * @param commands prologue and commands, in order
 * @param epilogueAlways run afterwards, in any case
 * @param epilogueOnPass then, if it passed
 * @param epilogueOnFail or else
 * @param envVars environment
 * @param files written before
 * @param logger where the log goes
 * @param task the task
 * @param fence of the attempt
 * @param timeout how long the attempt may run
 * @param stopGrace from the polite signal to the deadly one
 * @param killAfter silence after which the runner kills the attempt by itself (C9)
 * @param tty whether it runs on a pseudo-terminal
 * @param container where the commands run, for the executor {@code docker}
 * @param compose where the commands run, for the executor {@code dockercompose} of official agents
 * @param masks padded base64 of each value that must not leave the machine in the log
 * @param folder names the manifest of what the working folder begins with; the parts are fetched by {@link RelayPaths#folder}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobPayload(
        @JsonProperty("job_id") AttemptId jobId,
        @JsonProperty("job_name") @Nullable String jobName,
        String executor,
        List<Directive> commands,
        @JsonProperty("epilogue_always_commands") List<Directive> epilogueAlways,
        @JsonProperty("epilogue_on_pass_commands") List<Directive> epilogueOnPass,
        @JsonProperty("epilogue_on_fail_commands") List<Directive> epilogueOnFail,
        @JsonProperty("env_vars") List<EnvVar> envVars,
        List<InjectedFile> files,
        LogTarget logger,
        @Nullable TaskId task,
        @Nullable Fence fence,
        @Nullable Duration timeout,
        @Nullable Duration stopGrace,
        @Nullable Duration killAfter,
        @Nullable Boolean tty,
        @Nullable Container container,
        @Nullable List<String> masks,
        @Nullable Compose compose,
        @Nullable PieceHash folder) {

    /** For our runner. */
    public JobPayload(
            AttemptId jobId,
            @Nullable String jobName,
            String executor,
            List<Directive> commands,
            List<Directive> epilogueAlways,
            List<Directive> epilogueOnPass,
            List<Directive> epilogueOnFail,
            List<EnvVar> envVars,
            List<InjectedFile> files,
            LogTarget logger,
            @Nullable TaskId task,
            @Nullable Fence fence,
            @Nullable Duration timeout,
            @Nullable Duration stopGrace,
            @Nullable Duration killAfter,
            @Nullable Boolean tty,
            @Nullable Container container,
            @Nullable List<String> masks) {
        this(
                jobId,
                jobName,
                executor,
                commands,
                epilogueAlways,
                epilogueOnPass,
                epilogueOnFail,
                envVars,
                files,
                logger,
                task,
                fence,
                timeout,
                stopGrace,
                killAfter,
                tty,
                container,
                masks,
                null,
                null);
    }

    /** The same with a folder. */
    public JobPayload with(@Nullable PieceHash manifest) {
        return new JobPayload(
                jobId,
                jobName,
                executor,
                commands,
                epilogueAlways,
                epilogueOnPass,
                epilogueOnFail,
                envVars,
                files,
                logger,
                task,
                fence,
                timeout,
                stopGrace,
                killAfter,
                tty,
                container,
                masks,
                compose,
                manifest);
    }

    /** The same for an official agent: without what it does not know, and with the containers of its own executor. */
    public JobPayload official(String theirs, @Nullable Compose containers) {
        return new JobPayload(
                jobId,
                jobName,
                theirs,
                commands,
                epilogueAlways,
                epilogueOnPass,
                epilogueOnFail,
                envVars,
                files,
                logger,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                containers,
                null);
    }

    /**
     * Containers of an official agent's job; the commands run in the first.
     *
     * @param containers at least one, or the agent crashes
     */
    public record Compose(List<Service> containers) {}

    /**
     * One of them.
     *
     * @param name unique among them
     * @param image its reference
     */
    public record Service(String name, String image) {}

    /**
     * A container of an image.
     *
     * @param image its reference
     * @param pull when it is pulled
     */
    public record Container(String image, Executor.Pull pull) {}

    /**
     * One piece of bash text.
     *
     * @param directive the text
     * @param alias shown instead of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Directive(String directive, @Nullable String alias) {}

    /**
     * One environment variable.
     *
     * @param name its name
     * @param value padded base64 of its value
     */
    public record EnvVar(String name, String value) {}

    /**
     * One file.
     *
     * @param path where; relative to the working folder (official agents: to the home folder)
     * @param content padded base64
     * @param mode octal
     */
    public record InjectedFile(String path, String content, String mode) {}

    /**
     * Where the log goes.
     *
     * @param method always {@code push}
     * @param url without a query
     * @param token for the push
     */
    public record LogTarget(String method, URI url, String token) {}
}
