package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.hash.Sha256;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.rule.SpecRules;
import io.signalbox.model.rule.Violation;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the task that a submission asks for, if it keeps the rules. */
public final class Drafts {
    private static final int MAX_KEY = 255;

    private final TaskIds ids;
    private final InstantSource clock;
    /** Map entries in one order: the same specification is the same text, however its author sorted it. */
    private final JsonMapper canonical = ApiJson.mapper()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Tasks are created at the time of {@code clock}. */
    public Drafts(TaskIds ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** What a draft is: a task, or what is wrong with the submission. */
    sealed interface Draft {
        /** Fit to be stored. */
        record Fit(NewTask task) implements Draft {}

        /** Not to be stored. */
        record Unfit(Problem problem) implements Draft {}
    }

    Draft of(Submission submission) {
        TaskSpec spec = submission.spec();
        Optional<Problem> wrong = wrong(submission);
        if (wrong.isPresent()) {
            return new Draft.Unfit(wrong.get());
        }
        String json = canonical.writeValueAsString(spec);
        if (json.getBytes(StandardCharsets.UTF_8).length > SpecRules.MAX_SPEC_BYTES) {
            return new Draft.Unfit(tooLarge());
        }
        Instant now = clock.instant();
        StoredTask task = new StoredTask(
                ids.of(spec.project(), submission.key(), now),
                spec.project(),
                spec.name(),
                TaskState.QUEUED,
                null,
                spec.pool(),
                List.of(),
                null,
                new StoredTask.Times(now, null, null, null, null),
                submission.retryOf().orElse(null),
                hash(json, submission.retryOf()),
                json);
        return new Draft.Fit(new NewTask(task, spec, TaskTerms.of(spec, now), submission.caller()));
    }

    /** A specification above the limit on its size. */
    static Problem tooLarge() {
        return Problem.of(
                ErrorCode.SPEC_TOO_LARGE, "A task may have %d bytes of JSON".formatted(SpecRules.MAX_SPEC_BYTES));
    }

    private static Optional<Problem> wrong(Submission submission) {
        Optional<Problem> refusal =
                submission.caller().refusal(submission.spec().project());
        if (refusal.isPresent()) {
            return refusal;
        }
        List<Violation> violations = SpecRules.violations(submission.spec());
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            String detail = first.pointer() + " " + first.detail();
            return Optional.of(Problem.of(ErrorCode.INVALID_SPEC, detail, violations));
        }
        return submission
                .key()
                .filter(key -> key.isBlank() || key.length() > MAX_KEY)
                .map(_ -> Problem.of(
                        ErrorCode.INVALID_REQUEST,
                        "An idempotency key must have 1 to %d characters".formatted(MAX_KEY)));
    }

    private static String hash(String json, Optional<TaskId> retryOf) {
        return new Sha256().add(json).add(retryOf.map(TaskId::value).orElse("")).hex();
    }
}
