package io.signalbox.scheduler.loop.outside;

import static io.signalbox.scheduler.core.world.Sample.RELAY;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.model.message.RelayCommand.Explained;
import io.signalbox.model.message.SchedulerCommand.ExplainPlease;
import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.world.RecordingBus;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerQuestionsTest {

    private final RecordingBus bus = new RecordingBus();
    private final AnswerQuestions questions = new AnswerQuestions(bus);

    @Test
    void answersIntoTheInboxOfWhoeverAsked() {
        var waits = new Explanation(true, 1L, null, List.of(), "register a runner with tag gpu");
        questions.ask(new ExplainPlease(RELAY, "q-1", task(1)));
        questions.answer(asked -> asked.equals(task(1)) ? waits : Explanation.notWaiting());
        questions.answer(_ -> Explanation.notWaiting());

        assertThat(bus.sent()).containsExactly(new Outgoing(new Destination.Relay(RELAY), new Explained("q-1", waits)));
    }

    @Test
    void floodOfQuestionsIsBounded() {
        for (int n = 0; n < 5_000; n++) {
            questions.ask(new ExplainPlease(RELAY, "q-" + n, task(1)));
        }
        for (int n = 0; n < 500; n++) {
            questions.answer(_ -> Explanation.notWaiting());
        }
        assertThat(bus.sent()).hasSize(1_000);
    }
}
