package io.signalbox.faults.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.faults.core.history.Entry;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.Mark;
import io.signalbox.faults.core.history.ShownTask;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndingTest {
    private static final Mark BEGUN = new Mark("attempt", "task", "red", Mark.Step.STARTED, 0, 1_000);

    @Test
    void taskThatEndsAsItHasToIsRight() {
        assertThat(wrongs(Ending.PASSED, task("passed", null), BEGUN)).isEmpty();
        assertThat(wrongs(Ending.LOST_BEGUN, task("lost", "runner_restarted"), BEGUN))
                .isEmpty();
        assertThat(wrongs(Ending.LOST_UNBEGUN, task("lost", "runner_restarted")))
                .isEmpty();
    }

    @Test
    void anotherStateIsTold() {
        assertThat(wrongs(Ending.PASSED, task("lost", "runner_restarted"), BEGUN))
                .singleElement()
                .asString()
                .contains("is lost with runner_restarted");
    }

    @Test
    void anotherReasonIsTold() {
        assertThat(wrongs(Ending.LOST_BEGUN, task("lost", "unreachable"), BEGUN))
                .singleElement()
                .asString()
                .contains("with unreachable");
    }

    @Test
    void secondRunIsTold() {
        assertThat(wrongs(Ending.PASSED, task("passed", null), BEGUN, BEGUN))
                .containsExactly("it ran 2 times instead of 1");
    }

    @Test
    void runOfWhatNeverBeganIsTold() {
        assertThat(wrongs(Ending.LOST_UNBEGUN, task("lost", "runner_restarted"), BEGUN))
                .containsExactly("it ran 1 times instead of 0");
    }

    @Test
    void eventThatIsToldTwiceIsTold() {
        ShownTask doubled = task("passed", null, "task.queued", "task.running", "task.running", "task.passed");

        assertThat(wrongs(Ending.PASSED, doubled, BEGUN))
                .singleElement()
                .asString()
                .contains("twice");
    }

    @Test
    void assignmentThatIsTakenBackIsNotToldTwice() {
        ShownTask again = task(
                "passed",
                null,
                "task.queued",
                "task.assigned",
                "task.queued",
                "task.assigned",
                "task.running",
                "task.passed");

        assertThat(wrongs(Ending.PASSED, again, BEGUN)).isEmpty();
    }

    @Test
    void taskThatIsNotThereIsTold() {
        assertThat(wrongs(Ending.PASSED)).containsExactly("there are 0 tasks instead of one");
    }

    private static List<String> wrongs(Ending ending, Entry... entries) {
        return ending.wrongsIn(new History(Stream.of(entries).toList())).toList();
    }

    private static ShownTask task(String state, @Nullable String reason) {
        return task(state, reason, "task.queued", "task.assigned", "task.running", "task." + state);
    }

    private static ShownTask task(String state, @Nullable String reason, String... events) {
        ShownTask.Attempt attempt = new ShownTask.Attempt("attempt", 1, "red", state, reason, null);
        return new ShownTask("task", 1, null, state, 2_000L, List.of(attempt), List.of(events));
    }
}
