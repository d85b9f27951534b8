package io.signalbox.scheduler.loop.question;

import static io.signalbox.scheduler.core.world.Sample.RELAY;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.message.RelayCommand.Compared;
import io.signalbox.model.message.RelayCommand.Explained;
import io.signalbox.model.message.RelayCommand.Scaled;
import io.signalbox.model.message.SchedulerCommand.ExplainPlease;
import io.signalbox.model.message.SchedulerCommand.PreviewPlease;
import io.signalbox.model.message.SchedulerCommand.ScalingPlease;
import io.signalbox.model.message.SchedulerCommand.WhatIfPlease;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.world.RecordingBus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerQuestionsTest {

    private final RecordingBus bus = new RecordingBus();
    private final Deque<Runnable> beside = new ArrayDeque<>();
    private final List<Scaling> metrics = new ArrayList<>();
    private final AnswerQuestions questions = new AnswerQuestions(bus, beside::add, metrics::addAll, () -> 0);
    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 1, "linux");

    private void answers() {
        questions.answer(scenario.core(), scenario.now());
        while (!beside.isEmpty()) {
            beside.removeFirst().run();
        }
    }

    @Test
    void loopOnlyCopiesAndTheAnswerIsWorkedOutBesideIt() {
        questions.ask(new ExplainPlease(RELAY, "q-1", task(1)));
        questions.answer(scenario.core(), scenario.now());
        assertThat(bus.sent()).isEmpty();

        beside.removeFirst().run();
        assertThat(bus.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo(new Destination.Relay(RELAY));
            assertThat(sent.message()).isEqualTo(new Explained("q-1", Explanation.notWaiting()));
        });
    }

    @Test
    void eachKindOfQuestionHasItsAnswer() {
        questions.ask(new PreviewPlease(
                RELAY, "q-1", Sample.terms().tags("gpu", Sample.SHELL).build()));
        questions.ask(new WhatIfPlease(RELAY, "q-2", new FleetChange(List.of(Sample.runner(1)), List.of())));
        questions.ask(new ScalingPlease(RELAY, "q-3", PoolName.DEFAULT));
        answers();

        assertThat(bus.sent()).hasSize(3);
        assertThat(bus.sent().get(0).message())
                .isInstanceOfSatisfying(
                        Explained.class,
                        it -> assertThat(it.explanation().waiting()).isTrue());
        assertThat(bus.sent().get(1).message())
                .isInstanceOfSatisfying(
                        Compared.class,
                        it -> assertThat(it.comparison().then().slots()).isZero());
        assertThat(bus.sent().get(2).message())
                .isInstanceOfSatisfying(
                        Scaled.class, it -> assertThat(it.scaling().present()).isOne());
    }

    @Test
    void metricsHearOfEveryPool() {
        questions.askForMetrics();
        answers();

        assertThat(metrics).extracting(Scaling::pool).containsExactly(PoolName.DEFAULT);
    }

    @Test
    void questionThatCannotBeAnsweredCostsNoOther() {
        var broken = new AnswerQuestions(
                bus,
                Runnable::run,
                _ -> {
                    throw new IllegalStateException("no registry");
                },
                () -> 0);
        broken.askForMetrics();
        broken.ask(new ScalingPlease(RELAY, "q-2", PoolName.DEFAULT));
        broken.answer(scenario.core(), scenario.now());

        assertThat(bus.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.message()).isInstanceOf(Scaled.class));
    }

    @Test
    void floodOfQuestionsIsBounded() {
        for (int n = 0; n < 5_000; n++) {
            questions.ask(new ExplainPlease(RELAY, "q-" + n, task(1)));
        }
        for (int n = 0; n < 500; n++) {
            answers();
        }
        assertThat(bus.sent()).hasSize(1_000);
    }
}
