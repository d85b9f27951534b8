package io.signalbox.scheduler.loop.outside;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RelayCommand.Explained;
import io.signalbox.model.message.SchedulerCommand.ExplainPlease;
import io.signalbox.model.task.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Answers why tasks wait, from memory as it stands after a batch. Questions beyond a bound are dropped: whoever asked gives up by its
 * own clock. {@link #ask} is for any thread, {@link #answer} for the loop.
 */
public final class AnswerQuestions {

    private static final int MOST_WAITING = 1_000;
    private static final int MOST_AT_ONCE = 20;

    private final MessageBus bus;
    private final LinkedBlockingQueue<ExplainPlease> questions = new LinkedBlockingQueue<>(MOST_WAITING);

    /** @param bus carries the answers */
    public AnswerQuestions(MessageBus bus) {
        this.bus = bus;
    }

    /** Takes a question; does not block. */
    public void ask(ExplainPlease question) {
        questions.offer(question);
    }

    /** Answers some of what was asked; does not block. */
    public void answer(Function<TaskId, Explanation> explain) {
        List<ExplainPlease> asked = new ArrayList<>();
        if (questions.drainTo(asked, MOST_AT_ONCE) > 0) {
            var _ = bus.send(asked.stream().map(it -> answer(it, explain)).toList());
        }
    }

    private static Outgoing answer(ExplainPlease question, Function<TaskId, Explanation> explain) {
        return new Outgoing(
                new Destination.Relay(question.relay()),
                new Explained(question.requestId(), explain.apply(question.task())));
    }
}
