package io.signalbox.gateway.http;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.message.RelayCommand.Answer;
import io.signalbox.model.message.SchedulerCommand.Question;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Listens in the leader's place and answers what is asked; everything else it hears it lets be. */
final class StandInLeader implements AutoCloseable {
    private final BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
    private final Subscription inbox;

    StandInLeader(MessageBus bus, Function<Question, Answer> answers) {
        inbox = bus.subscribe(new Inbox.Leader(), message -> {
            if (message instanceof Question question) {
                asked.add(question);
                var _ = bus.send(
                        List.of(new Outgoing(new Destination.Relay(question.relay()), answers.apply(question))));
            }
        });
    }

    /** What was asked so far. */
    BlockingQueue<Question> asked() {
        return asked;
    }

    @Override
    public void close() {
        inbox.close();
    }
}
