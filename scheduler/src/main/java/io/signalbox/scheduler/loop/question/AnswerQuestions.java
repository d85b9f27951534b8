package io.signalbox.scheduler.loop.question;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.message.SchedulerCommand.Question;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.explain.Explain;
import io.signalbox.scheduler.core.forecast.CompareFleets;
import io.signalbox.scheduler.core.forecast.WantedSlots;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers from memory as it stood after a batch. Questions beyond a bound are dropped: whoever asked gives up by its own clock. Asking is for
 * any thread; {@link #answer} is for the loop, which copies memory and leaves the rest to another thread. A question that cannot be answered
 * costs no other (C17).
 */
public final class AnswerQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerQuestions.class);
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_AT_ONCE = 20;

    private final MessageBus bus;
    private final Consumer<Runnable> beside;
    private final Consumer<List<Scaling>> metrics;
    private final KeepSnapshot snapshots;
    private final LinkedBlockingQueue<Asked> questions = new LinkedBlockingQueue<>(MOST_WAITING);

    /**
     * @param bus carries the answers
     * @param beside runs something in another thread; must not block
     * @param metrics hears how many slots each pool should have
     * @param nanoTime the monotonic clock
     */
    public AnswerQuestions(
            MessageBus bus, Consumer<Runnable> beside, Consumer<List<Scaling>> metrics, LongSupplier nanoTime) {
        this.bus = bus;
        this.beside = beside;
        this.metrics = metrics;
        this.snapshots = new KeepSnapshot(nanoTime);
    }

    /** Takes a question; does not block. */
    public void ask(Question question) {
        questions.offer(new Asked.ByGateway(question));
    }

    /** Lets the metrics hear of every pool; does not block. */
    public void askForMetrics() {
        questions.offer(new Asked.ForMetrics());
    }

    /** Copies what the answers to some of what was asked need, and has them worked out; does not block. */
    public void answer(SchedulerCore core, Now now) {
        List<Asked> asked = new ArrayList<>();
        questions.drainTo(asked, MOST_AT_ONCE);
        asked.forEach(one -> guarded(one, () -> copyFor(one, core, now)));
    }

    private void copyFor(Asked asked, SchedulerCore core, Now now) {
        Snapshot snapshot = snapshots.of(core, now);
        switch (asked) {
            case Asked.ForMetrics _ -> workOut(asked, () -> metrics.accept(new WantedSlots(snapshot).all()));
            case Asked.ByGateway(Question question) -> {
                Supplier<RelayCommand.Answer> answer = answer(question, core, now, snapshot);
                workOut(asked, () -> send(question, answer.get()));
            }
        }
    }

    private static Supplier<RelayCommand.Answer> answer(
            Question question, SchedulerCore core, Now now, Snapshot snapshot) {
        String request = question.requestId();
        return switch (question) {
            case SchedulerCommand.ExplainPlease it -> {
                Optional<Inquiry> task = core.inquiry(it.task(), now);
                yield () -> new RelayCommand.Explained(
                        request,
                        task.map(waiting -> Explain.waiting(snapshot, waiting)).orElseGet(Explanation::notWaiting));
            }
            case SchedulerCommand.PreviewPlease it -> {
                Inquiry task = core.inquiry(it.terms(), now);
                yield () -> new RelayCommand.Explained(request, Explain.preview(snapshot, task));
            }
            case SchedulerCommand.WhatIfPlease it ->
                () -> new RelayCommand.Compared(request, CompareFleets.of(snapshot, it.change()));
            case SchedulerCommand.ScalingPlease it ->
                () -> new RelayCommand.Scaled(request, new WantedSlots(snapshot).of(it.pool()));
        };
    }

    private void workOut(Asked asked, Runnable work) {
        beside.accept(() -> guarded(asked, work));
    }

    private static void guarded(Asked asked, Runnable doing) {
        try {
            doing.run();
        } catch (RuntimeException e) {
            LOG.error("Failed to answer {}", asked, e);
        }
    }

    private void send(Question question, RelayCommand.Answer answer) {
        var _ = bus.send(List.of(new Outgoing(new Destination.Relay(question.relay()), answer)));
    }
}
