package io.signalbox.gateway.http;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.RelayCommand.Answer;
import io.signalbox.model.message.SchedulerCommand.ExplainPlease;
import io.signalbox.model.message.SchedulerCommand.PreviewPlease;
import io.signalbox.model.message.SchedulerCommand.Question;
import io.signalbox.model.message.SchedulerCommand.ScalingPlease;
import io.signalbox.model.message.SchedulerCommand.WhatIfPlease;
import io.signalbox.model.outlook.Comparison;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.model.task.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Listens in the leader's place and answers what is asked; everything else it hears it lets be. */
public final class StandInLeader implements AutoCloseable {
    private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");

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

    /** One who knows an answer to every question. */
    public static StandInLeader usual(MessageBus bus) {
        return new StandInLeader(bus, StandInLeader::usualAnswer);
    }

    /** What was asked so far. */
    BlockingQueue<Question> asked() {
        return asked;
    }

    @Override
    public void close() {
        inbox.close();
    }

    private static RelayCommand.Answer usualAnswer(Question question) {
        return switch (question) {
            case ExplainPlease it -> new RelayCommand.Explained(it.requestId(), explanation());
            case PreviewPlease it -> new RelayCommand.Explained(it.requestId(), Explanation.startsAt(AT));
            case WhatIfPlease it ->
                new RelayCommand.Compared(
                        it.requestId(),
                        new Comparison(
                                3,
                                new Comparison.Outlook(1, 0, AT),
                                new Comparison.Outlook(4, 0, AT),
                                List.of(),
                                List.of(),
                                "more slots"));
            case ScalingPlease it ->
                new RelayCommand.Scaled(
                        it.requestId(),
                        new Scaling(it.pool(), 7, 4, 4, 9, Duration.ofSeconds(40), Duration.ofSeconds(30), "why", AT));
        };
    }

    private static Explanation explanation() {
        return new Explanation(
                true,
                3L,
                AT,
                List.of(new Explanation.Cause("busy", "each has no free slot", 2, List.of("runner-1"))),
                List.of(new Explanation.PoolCause(PoolName.DEFAULT, "busy", "no free slot", 2)),
                "Wait for a slot.");
    }
}
