package io.signalbox.faults.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.faults.core.history.Answer;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Mark;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownLog;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.history.Wish;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One fault in a history that is else well is found, and called by the invariant that it breaks. */
class CheckerTest {
    private static final Story CLEAN = Story.clean();

    @Test
    void historyInWhichAllIsWellIsAccepted() {
        assertThat(CLEAN.violations()).isEmpty();
    }

    @Test
    void emptyHistoryIsAccepted() {
        assertThat(new Story(List.of()).violations()).isEmpty();
    }

    /** I1. */
    @Nested
    class EveryTaskEndsTest {
        @Test
        void acceptedTaskThatNobodyKnowsIsRefused() {
            assertRefused("I1", CLEAN.with(new Answer(9, 201, "vanished")));
        }

        @Test
        void taskThatGoesOnForEverIsRefused() {
            assertRefused("I1", CLEAN.told("once", "running", "task.queued", "task.running"));
        }

        @Test
        void taskThatRanAndIsNotKnownIsRefused() {
            assertRefused("I1", CLEAN.with(Story.mark("z1", "ghost", "red", Mark.Step.STARTED, 0, 20_000)));
        }

        @Test
        void submissionThatWasRefusedNeedNoTask() {
            assertThat(CLEAN.with(new Answer(9, 503, null)).violations()).isEmpty();
        }
    }

    /** I2. */
    @Nested
    class OneAttemptAtATimeTest {
        @Test
        void attemptThatBeginsTwiceIsRefused() {
            assertRefused("I2", CLEAN.with(Story.mark("a1", "once", "red", Mark.Step.STARTED, 0, 1_950)));
        }

        @Test
        void attemptThatGoesOnBesideItsSuccessorIsRefused() {
            assertRefused("I2", CLEAN.with(Story.mark("d1", "moved", "red", Mark.Step.LINE, 1, 8_050)));
        }

        @Test
        void attemptThatRanAndWasTakenBackIsRefused() {
            assertRefused("I2", CLEAN.with(Story.mark("b0", "twice", "blue", Mark.Step.STARTED, 0, 500)));
        }

        @Test
        void passOfAnAttemptThatNeverCameToItsEndIsRefused() {
            assertRefused(
                    "I2",
                    CLEAN.without(Mark.class, mark -> mark.attempt().equals("d2") && mark.step() == Mark.Step.ENDED));
        }

        @Test
        void anotherExitCodeThanTheAttemptsIsRefused() {
            assertRefused(
                    "I2",
                    CLEAN.changed(
                            Mark.class,
                            mark -> mark.attempt().equals("b2") && mark.step() == Mark.Step.ENDED,
                            mark -> Story.mark("b2", "twice", "blue", Mark.Step.ENDED, 8, 3_500)));
        }

        @Test
        void attemptThatEndedWithoutAWitnessOfItsLossIsAccepted() {
            assertThat(CLEAN.with(Story.mark("d1", "moved", "red", Mark.Step.LINE, 1, 7_900))
                            .violations())
                    .isEmpty();
        }
    }

    /** I3. */
    @Nested
    class WholeLogsTest {
        @Test
        void lineThatIsMissingWithoutAWordIsRefused() {
            assertRefused("I3", CLEAN.logged("a1", Story.lines("a1", 1, 1) + Story.lines("a1", 3, 3), Story.COMPLETE));
        }

        @Test
        void endOfALogThatIsMissingWithoutAWordIsRefused() {
            assertRefused("I3", CLEAN.logged("a1", Story.lines("a1", 1, 2), Story.COMPLETE));
        }

        @Test
        void doubledLineIsRefused() {
            assertRefused("I3", CLEAN.logged("a1", Story.lines("a1", 1, 2) + Story.lines("a1", 2, 3), Story.COMPLETE));
        }

        @Test
        void doubledLineBesideAGapIsRefused() {
            assertRefused("I3", CLEAN.logged("e1", Story.lines("e1", 1, 3) + Story.lines("e1", 2, 2), Story.GAP));
        }

        @Test
        void linesInTheWrongOrderAreRefused() {
            assertRefused("I3", CLEAN.logged("c1", Story.lines("c1", 2, 2) + Story.lines("c1", 1, 1), Story.COMPLETE));
        }

        @Test
        void lineOfAnotherAttemptIsRefused() {
            assertRefused("I3", CLEAN.logged("d2", Story.lines("d1", 1, 3), Story.COMPLETE));
        }

        @Test
        void moreThanAStoppedAttemptHadWrittenIsRefused() {
            Story shortened =
                    CLEAN.without(Mark.class, mark -> mark.attempt().equals("c1") && mark.step() == Mark.Step.LINE);
            assertRefused("I3", shortened);
        }

        @Test
        void brokenChainIsRefused() {
            assertRefused("I3", CLEAN.logged("c1", Story.lines("c1", 1, 2), new ShownLog.Proof(false, true, 0, 4L)));
        }

        @Test
        void logThatIsNeitherCompleteNorSaysWhatIsMissingIsRefused() {
            assertRefused("I3", CLEAN.logged("a1", Story.lines("a1", 1, 3), new ShownLog.Proof(false, false, 0, null)));
        }

        @Test
        void logOfAnAttemptThatEndedByItselfMustBeThere() {
            assertRefused(
                    "I3", CLEAN.without(ShownLog.class, log -> log.attempt().equals("b2")));
        }

        @Test
        void statedGapIsAccepted() {
            assertThat(CLEAN.logged("a1", Story.lines("a1", 1, 1) + "xx\n" + Story.lines("a1", 3, 3), Story.GAP)
                            .violations())
                    .isEmpty();
        }

        @Test
        void lineThatAStoppedAttemptHadNotYetMarkedIsAccepted() {
            assertThat(CLEAN.logged("c1", Story.lines("c1", 1, 3), Story.COMPLETE)
                            .violations())
                    .isEmpty();
        }
    }

    /** I4. */
    @Nested
    class OneEndTest {
        @Test
        void secondEndIsRefused() {
            assertRefused("I4", CLEAN.told("gone", "lost", "task.queued", "task.running", "task.failed", "task.lost"));
        }

        @Test
        void endThatIsNotToldIsRefused() {
            assertRefused("I4", CLEAN.told("once", "passed", "task.queued", "task.running"));
        }

        @Test
        void endThatChangesAfterwardsIsRefused() {
            ShownTask later = new ShownTask(
                    "once", 1, null, "passed", 2_000_000L, List.of(), List.of("task.queued", "task.passed"));
            assertRefused("I4", CLEAN.with(later));
        }

        @Test
        void attemptAfterTheEndIsRefused() {
            assertRefused("I4", CLEAN.with(Story.mark("c2", "stopped", "blue", Mark.Step.STARTED, 0, 8_500)));
        }

        @Test
        void cancelThatNobodyAskedForIsRefused() {
            assertRefused("I4", CLEAN.without(Wish.class, _ -> true));
        }

        @Test
        void lossOfATaskWhoseCancelWasAcceptedIsRefused() {
            assertRefused("I4", CLEAN.with(new Wish("gone", 202)));
        }

        @Test
        void timeOutOfATaskInTimeIsRefused() {
            assertRefused("I4", CLEAN.told("stopped", "timed_out", "task.running", "task.timed_out"));
        }

        @Test
        void moreTriesThanTheUserAllowedAreRefused() {
            assertRefused("I4", allowed("twice", new Plan.Allowance(1, 0, false)));
        }

        @Test
        void lossThatIsTriedAgainThoughTheUserDidNotWishItIsRefused() {
            Story twiceLost = CLEAN.changed(
                    ShownTask.class,
                    task -> task.id().equals("gone"),
                    task -> new ShownTask(
                            "gone",
                            5,
                            null,
                            "lost",
                            12_000_000L,
                            List.of(
                                    Story.attempt("e1", 1, "blue", "lost", "runner_lost", null),
                                    Story.attempt("e2", 2, "blue", "lost", "runner_lost", null)),
                            task.events()));
            assertRefused("I4", twiceLost);
        }

        @Test
        void lossThatNoFaultCausedIsRefused() {
            assertRefused("I4", CLEAN.without(Struck.class, _ -> true));
        }

        @Test
        void lossByAGoodbyeOfWhatNeverBeganIsRefused() {
            Story left = lostBy("runner_disconnected");
            assertThat(left.violations()).isEmpty();
            assertRefused("I4", left.without(Mark.class, mark -> mark.attempt().equals("e1")));
        }

        @Test
        void lossBySilenceOfWhatNeverBeganIsAccepted() {
            Story silent = lostBy("runner_lost");
            assertThat(silent.without(Mark.class, mark -> mark.attempt().equals("e1"))
                            .without(ShownLog.class, log -> log.attempt().equals("e1"))
                            .violations())
                    .isEmpty();
        }

        private Story lostBy(String reason) {
            return CLEAN.changed(
                    ShownTask.class,
                    task -> task.id().equals("gone"),
                    task -> new ShownTask(
                            "gone",
                            5,
                            null,
                            "lost",
                            task.finishedMicros(),
                            List.of(Story.attempt("e1", 1, "blue", "lost", reason, null)),
                            task.events()));
        }

        @Test
        void cancelWhoseAnswerWasLostExplainsTheEnd() {
            assertThat(CLEAN.changed(Wish.class, _ -> true, wish -> new Wish(wish.task(), 0))
                            .violations())
                    .isEmpty();
        }

        private Story allowed(String task, Plan.Allowance allowance) {
            int number = CLEAN.entries().stream()
                    .filter(ShownTask.class::isInstance)
                    .map(ShownTask.class::cast)
                    .filter(shown -> shown.id().equals(task))
                    .findFirst()
                    .orElseThrow()
                    .number();
            return CLEAN.changed(
                    Plan.class,
                    plan -> plan.number() == number,
                    plan -> new Plan(number, plan.key(), plan.tags(), plan.script(), allowance));
        }
    }

    /** I5. */
    @Nested
    class FittingRunnersTest {
        @Test
        void runnerWithoutTheTagIsRefused() {
            assertRefused(
                    "I5",
                    CLEAN.changed(
                            KnownRunner.class,
                            runner -> runner.name().equals("blue"),
                            runner -> new KnownRunner("blue", 1, List.of("linux"))));
        }

        @Test
        void taskThatFindsItselfElsewhereThanItIsShownIsRefused() {
            assertRefused(
                    "I5",
                    CLEAN.changed(
                            Mark.class,
                            mark -> mark.attempt().equals("e1"),
                            mark -> new Mark("e1", "gone", "red", mark.step(), mark.number(), mark.micros())));
        }
    }

    /** I6. */
    @Nested
    class FreeSlotsTest {
        @Test
        void moreTasksThanSlotsAreRefused() {
            assertRefused(
                    "I6",
                    CLEAN.changed(
                            KnownRunner.class,
                            runner -> runner.name().equals("red"),
                            runner -> new KnownRunner("red", 1, runner.tags())));
        }
    }

    /** I7. */
    @Nested
    class OneTaskForAKeyTest {
        @Test
        void keyThatIsTwoTasksIsRefused() {
            ShownTask second = new ShownTask("other", 1, null, "passed", null, List.of(), List.of("task.passed"));
            assertRefused("I7", CLEAN.with(second));
        }

        @Test
        void keyThatIsAnsweredWithAnotherTaskIsRefused() {
            assertRefused("I7", CLEAN.with(new Answer(1, 201, "twice")));
        }

        @Test
        void taskThatAnswersTwoSubmissionsIsRefused() {
            assertRefused("I7", CLEAN.with(new Answer(3, 201, "twice")));
        }

        @Test
        void repeatByHandIsAnotherTask() {
            ShownTask again = new ShownTask("again", 1, "once", "passed", null, List.of(), List.of("task.passed"));
            assertThat(CLEAN.with(again).violations()).isEmpty();
        }

        @Test
        void submissionWithoutAKeyMayBeTwoTasks() {
            ShownTask again = new ShownTask("again", 4, null, "passed", null, List.of(), List.of("task.passed"));
            assertThat(CLEAN.with(again).violations()).isEmpty();
        }
    }

    private static void assertRefused(String invariant, Story story) {
        assertThat(story.violations()).anyMatch(violation -> violation.startsWith(invariant + ": "));
    }
}
