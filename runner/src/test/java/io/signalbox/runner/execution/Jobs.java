package io.signalbox.runner.execution;

import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.job.Epilogues;
import io.signalbox.runner.job.Hooks;
import io.signalbox.runner.job.Job;
import io.signalbox.runner.job.JobFile;
import io.signalbox.runner.job.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds jobs for tests. */
public final class Jobs {
    public static final AttemptId ATTEMPT = new AttemptId("0198c5f0-8b1e-8c3a-9f00-2b7d5c1e4a10");

    private Jobs() {}

    /** A job of these commands and nothing else. */
    public static Job of(String... commands) {
        return new Job(
                ATTEMPT,
                null,
                Place.USUAL,
                List.of(),
                directives(commands),
                new Epilogues(List.of(), List.of(), List.of()),
                Hooks.NONE,
                Map.of(),
                Optional.empty(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                Optional.empty());
    }

    /** The job with epilogues. */
    public static Job epilogues(Job job, Epilogues epilogues) {
        return with(job, epilogues, job.timeout(), job.env(), job.files());
    }

    /** The job with a time-out. */
    public static Job timeout(Job job, Duration timeout) {
        return with(job, job.epilogues(), timeout, job.env(), job.files());
    }

    /** The job with variables. */
    public static Job env(Job job, Map<String, String> env) {
        return with(job, job.epilogues(), job.timeout(), env, job.files());
    }

    /** The job with hooks. */
    public static Job hooks(Job job, Hooks hooks) {
        return new Job(
                job.attempt(),
                job.task(),
                job.place(),
                job.files(),
                job.commands(),
                job.epilogues(),
                hooks,
                job.env(),
                job.killAfter(),
                job.timeout(),
                job.stopGrace(),
                job.epilogueLimit(),
                job.folder());
    }

    /** The job with a folder. */
    public static Job folder(Job job, PieceHash manifest) {
        return new Job(
                job.attempt(),
                job.task(),
                job.place(),
                job.files(),
                job.commands(),
                job.epilogues(),
                job.hooks(),
                job.env(),
                job.killAfter(),
                job.timeout(),
                job.stopGrace(),
                job.epilogueLimit(),
                Optional.of(manifest));
    }

    /** The job with files. */
    public static Job files(Job job, JobFile... files) {
        return with(job, job.epilogues(), job.timeout(), job.env(), List.of(files));
    }

    private static Job with(
            Job job, Epilogues epilogues, Duration timeout, Map<String, String> env, List<JobFile> files) {
        return new Job(
                job.attempt(),
                job.task(),
                job.place(),
                files,
                job.commands(),
                epilogues,
                job.hooks(),
                env,
                job.killAfter(),
                timeout,
                job.stopGrace(),
                job.epilogueLimit(),
                job.folder());
    }

    /** A lease that never ends. */
    public static Lease lease() {
        return new Lease(Optional.empty(), () -> new Moment(0, 0), new Moment(0, 0));
    }

    /** Commands without alias. */
    public static List<Directive> directives(String... commands) {
        return Stream.of(commands).map(command -> new Directive(command, null)).toList();
    }
}
