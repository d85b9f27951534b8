package io.signalbox.scheduler.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.standing.Move;
import io.signalbox.scheduler.core.standing.StandingTransitions;
import io.signalbox.scheduler.core.task.Transitions.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/state-machine.md} equal to the tables of tasks and runners; run with {@code -Ddocs.write=true} to write it. */
class StateMachineDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "state-machine.md");

    private static final String HEAD = """
            # State machines

            Generated from `Transitions` and `StandingTransitions` by `StateMachineDocumentTest`: do not edit it by hand.

            ## The task

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

    private static final String RUNNER = """

            ## The runner

            How the scheduler sees a runner, in two respects that change independently: whether it is there (it begins `online`), and whether it is trusted with tasks
            (it begins `trusted`).

            ```mermaid
            stateDiagram-v2
                [*] --> online: register
                [*] --> trusted: register
            """;
    private static final String MOVES = """

            | move | when |
            | --- | --- |
            | register | it registered, for the first time or anew: a new registration is always there, and one that was set aside may have been mended |
            | fall_silent | no sync of it was stored for 90 s, or for 15 s while it had an attempt |
            | return | a sync of it was stored again |
            | say_goodbye | it ended its session |
            | fail_everything | it failed five tasks of at least two projects within five seconds of their start, and nothing else in between |
            | probe | a minute has passed since; twice as long after each probe that failed, at most 16 minutes |
            | work | a task passed on it, or ran for longer than five seconds |
            | fail_again | the probe failed within five seconds, too |
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
                + TRIGGERS
                + RUNNER
                + standings(it -> "    %s --> %s: %s\n"
                        .formatted(it.from().label(), it.to().label(), it.move().label()))
                + TABLE.replace("trigger", "move")
                + standings(it -> "| %s | %s | %s |\n"
                        .formatted(it.from().label(), it.move().label(), it.to().label()))
                + MOVES;
    }

    private static String standings(Function<StandingTransitions.Transition, String> line) {
        return StandingTransitions.table().stream().map(line).collect(Collectors.joining());
    }

    private static String lines(Function<Transition, String> line) {
        return Transitions.table().stream().map(line).collect(Collectors.joining());
    }

    @Test
    void everyTriggerIsExplained() {
        assertThat(Trigger.values())
                .allSatisfy(trigger -> assertThat(document()).contains("\n| " + trigger.label() + " |"));
        assertThat(Move.values()).allSatisfy(move -> assertThat(MOVES).contains("\n| " + move.label() + " |"));
    }
}
