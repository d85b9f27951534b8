package io.signalbox.gateway.task.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.belonging.Belongings;
import io.signalbox.gateway.task.belonging.SentFolders;
import io.signalbox.gateway.task.submit.ScriptedStore.Behaviour;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.task.TaskTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SubmitTasksTest {
    private static final Caller CALLER = new Caller("token-1", "ci", Grant.ADMIN);
    private static final JsonMapper JSON = new JsonMapper();
    private static final PieceHash KNOWN = PieceHash.of(new byte[] {1});

    private final ScriptedStore store = new ScriptedStore();
    private final List<TaskId> rung = new ArrayList<>();
    private final Random random = new Random(7);
    private long room = Long.MAX_VALUE;
    private final KnownFolders folders = new KnownFolders();
    private final SubmitTasks submit = new SubmitTasks(
            new Drafts(new TaskIds(() -> random), () -> Instant.parse("2026-01-31T12:00:00Z")),
            new FixedBacklog(),
            store,
            store,
            task -> rung.add(task.task()),
            new Belongings((_, names) -> new LinkedHashSet<>(names), folders));

    @Test
    void schedulerIsToldOfAStoredTask() {
        Submitted result = submit.submit(submission("make", Optional.empty()));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Submitted.Created.class,
                        created ->
                                assertThat(rung).containsExactly(created.task().id()));
    }

    @Test
    void lostAnswerOfAStoredTaskIsCreatedAfterAll() {
        store.behaving(Behaviour.STORES_AND_LOSES_THE_ANSWER);

        assertThat(submit.submit(submission("make", Optional.empty()))).isInstanceOf(Submitted.Created.class);
        assertThat(rung).hasSize(1);
    }

    @Test
    void lostInsertIsAnsweredAsUnknown() {
        store.behaving(Behaviour.LOSES_THE_INSERT);

        assertThat(refusal(submit.submit(submission("make", Optional.of("k"))))).isEqualTo(ErrorCode.UNKNOWN);
        assertThat(rung).isEmpty();
    }

    @Test
    void repeatAfterAnUnknownOutcomeGivesTheSameTask() {
        store.behaving(Behaviour.STORES_AND_LOSES_THE_ANSWER);
        Submitted first = submit.submit(submission("make", Optional.of("k")));
        store.behaving(Behaviour.WORKS);
        Submitted second = submit.submit(submission("make", Optional.of("k")));

        assertThat(first)
                .isInstanceOfSatisfying(
                        Submitted.Created.class,
                        created -> assertThat(second).isEqualTo(new Submitted.Replayed(created.task())));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void keyOfAnotherBodyIsRefused() {
        submit.submit(submission("make", Optional.of("k")));

        assertThat(refusal(submit.submit(submission("make test", Optional.of("k")))))
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void storeThatIsAwayStoresNothing() {
        store.behaving(Behaviour.IS_AWAY);

        assertThat(refusal(submit.submit(submission("make", Optional.empty())))).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    }

    @Test
    void fullWriterSheds() {
        store.behaving(Behaviour.IS_FULL);

        assertThat(refusal(submit.submit(submission("make", Optional.empty())))).isEqualTo(ErrorCode.OVERLOADED);
    }

    @Test
    void beyondTheBacklogNothingIsStored() {
        room = 1;
        submit.submit(submission("make", Optional.empty()));

        assertThat(refusal(submit.submit(submission("make", Optional.empty())))).isEqualTo(ErrorCode.BACKLOG_FULL);
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void wrongTasksOfABatchHinderNoOther() {
        List<Submitted> results = submit.submit(List.of(
                submission("make", Optional.empty()),
                submission("", Optional.empty()),
                submission("make", Optional.of("x".repeat(256)))));

        assertThat(results.get(0)).isInstanceOf(Submitted.Created.class);
        assertThat(refusal(results.get(1))).isEqualTo(ErrorCode.INVALID_SPEC);
        assertThat(refusal(results.get(2))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void folderIsHeldBeforeItsTaskIsStored() {
        store.behaving(Behaviour.LOSES_THE_INSERT);
        submit.submit(withFolder(KNOWN, "k"));

        assertThat(folders.held).containsExactly(TaskId.forKey(ProjectName.DEFAULT, "k"));
        assertThat(store.size()).isZero();
    }

    @Test
    void taskWithAFolderThatIsNotThereIsRefusedAndARepeatIsNot() {
        assertThat(refusal(submit.submit(withFolder(PieceHash.of(new byte[] {2}), "k"))))
                .isEqualTo(ErrorCode.INVALID_SPEC);
        assertThat(folders.held).isEmpty();

        submit.submit(withFolder(KNOWN, "k"));
        folders.known.clear();

        assertThat(submit.submit(withFolder(KNOWN, "k"))).isInstanceOf(Submitted.Replayed.class);
        assertThat(refusal(submit.submit(withFolder(KNOWN, "other")))).isEqualTo(ErrorCode.INVALID_SPEC);
    }

    @Test
    void previewHoldsNothing() {
        TaskTerms terms = submit.preview(withFolder(KNOWN, "k").spec(), CALLER);

        assertThat(terms.tags()).containsExactly("executor:folder", "executor:shell");
        assertThat(folders.held).isEmpty();
    }

    private static Submission withFolder(PieceHash manifest, String key) {
        return submission(
                Map.of("commands", List.of("make"), "folder", Map.of("manifest", manifest.value())), Optional.of(key));
    }

    private static Submission submission(String command, Optional<String> key) {
        return submission(Map.of("commands", List.of(command)), key);
    }

    private static Submission submission(Map<String, Object> body, Optional<String> key) {
        String json = JSON.writeValueAsString(body);
        TaskSpec spec = JSON.readValue(json, TaskSpec.class);
        return new Submission(spec, key, Optional.empty(), CALLER);
    }

    private static ErrorCode refusal(Submitted result) {
        return result instanceof Submitted.Refused refused ? refused.problem().code() : ErrorCode.INTERNAL;
    }

    private static final class KnownFolders implements SentFolders {
        private final Set<PieceHash> known = new HashSet<>(Set.of(KNOWN));
        private final List<TaskId> held = new ArrayList<>();

        @Override
        public Optional<Problem> lacking(ProjectName project, PieceHash manifest) {
            return known.contains(manifest)
                    ? Optional.empty()
                    : Optional.of(Problem.at(ErrorCode.INVALID_SPEC, "/folder/manifest", "is not there"));
        }

        @Override
        public void hold(ProjectName project, PieceHash manifest, TaskId task) {
            held.add(task);
        }
    }

    private final class FixedBacklog implements Backlog {
        @Override
        public Optional<Limit> reached(ProjectName project) {
            return room > 0 ? Optional.empty() : Optional.of(new Limit.OfAll(1));
        }

        @Override
        public void grew(ProjectName project) {
            room--;
        }
    }
}
