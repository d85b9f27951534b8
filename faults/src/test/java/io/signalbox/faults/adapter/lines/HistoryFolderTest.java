package io.signalbox.faults.adapter.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.faults.core.history.Answer;
import io.signalbox.faults.core.history.Entry;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Mark;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownLog;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.history.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFolderTest {
    private static final List<Entry> ONE_OF_EACH = List.of(
            new KnownRunner("red", 8, List.of("linux")),
            new Struck("cut", "runner-1>gateway"),
            new Plan(1, null, List.of("linux"), new Plan.Script(3, 4, 1), new Plan.Allowance(2, 3, true)),
            new Answer(1, 0, null),
            new Wish("task", 202),
            new Mark("attempt", "task", "red", Mark.Step.LINE, 3, 17),
            new ShownTask(
                    "task",
                    1,
                    "earlier",
                    "lost",
                    5L,
                    List.of(new ShownTask.Attempt("attempt", 1, "red", "lost", "runner_lost", null)),
                    List.of("task.lost")),
            new ShownLog("attempt", "line\n", new ShownLog.Proof(false, true, 1, null)));

    @TempDir
    Path folder;

    @Test
    void everyKindOfEntryIsReadAsItWasWritten() {
        HistoryFolder history = new HistoryFolder(folder);
        ONE_OF_EACH.forEach(history::add);
        assertThat(history.read().all(Entry.class)).isEqualTo(ONE_OF_EACH);
        assertThat(ONE_OF_EACH.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Entry.class.getPermittedSubclasses());
    }

    @Test
    void marksOfShellsAreReadBesideTheLoads() throws IOException {
        HistoryFolder history = new HistoryFolder(folder);
        history.add(new Wish("task", 202));
        Files.writeString(
                history.marks(),
                "{\"type\":\"mark\",\"attempt\":\"a\",\"task\":\"t\",\"runner\":\"red\",\"step\":\"STARTED\",\"number\":0,\"micros\":9}\n");
        assertThat(history.read().all(Mark.class)).containsExactly(new Mark("a", "t", "red", Mark.Step.STARTED, 0, 9));
    }
}
