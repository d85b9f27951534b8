package io.signalbox.scheduler.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Transitions.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/state-machine.md} equal to the table; run with {@code -Ddocs.write=true} to write it. */
class StateMachineDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "state-machine.md");

    private static final String HEAD = """
            # The task's state machine

            Generated from `Transitions` by `StateMachineDocumentTest`: do not edit it by hand.
            Nothing leads out of a terminal state (I4). A transition that stays in its state writes data and tells no event.

            ```mermaid
            stateDiagram-v2
                [*] --> queued: insert
            """;
    private static final String TABLE = """
            ```

            | from | trigger | to |
            | --- | --- | --- |
            """;
    private static final String TRIGGERS = """

            | trigger | when |
            | --- | --- |
            | assign | a free slot fits |
            | stamp | a new leader makes a live task its own (C15) |
            | claim | a relay claimed the start (C1) |
            | withdraw | the assignment was taken back before it ran (C1) |
            | finish | the runner reported the end (C18) |
            | lose | the runner, or its memory of the attempt, is gone (C6, C8) |
            | abandon | the stop of the attempt was never confirmed (C13) |
            | cancel | a user wants the task to end (C12) |
            | reject | its concurrency key is taken, and its policy is not to wait |
            | expire | it waited longer than its queue time-out (C22) |
            | overrun | an attempt runs too long although its runner should have ended it |
            | postpone | the lost attempt showed life: the next one waits longer (C9) |
            | release | the official agent that lost the attempt is gone: the next one need not wait for it (C10) |
            """;

    @Test
    void documentShowsTheTable() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(DOCUMENT).content().isEqualTo(expected);
    }

    private static String document() {
        return HEAD
                + lines(it -> "    %s --> %s: %s\n"
                        .formatted(
                                it.from().wire(), it.to().wire(), it.trigger().label()))
                + Arrays.stream(TaskState.values())
                        .filter(TaskState::isTerminal)
                        .map(state -> "    " + state.wire() + " --> [*]\n")
                        .collect(Collectors.joining())
                + TABLE
                + lines(it -> "| %s | %s | %s |\n"
                        .formatted(
                                it.from().wire(), it.trigger().label(), it.to().wire()))
                + TRIGGERS;
    }

    private static String lines(Function<Transition, String> line) {
        return Transitions.table().stream().map(line).collect(Collectors.joining());
    }

    @Test
    void everyTriggerIsExplained() {
        assertThat(Trigger.values())
                .allSatisfy(trigger -> assertThat(document()).contains("\n| " + trigger.label() + " |"));
    }
}
