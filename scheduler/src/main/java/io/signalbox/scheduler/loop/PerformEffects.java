package io.signalbox.scheduler.loop;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.model.message.DeadLetter;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.loop.errand.Errands;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.loop.outside.SendToRelays;
import io.signalbox.scheduler.loop.report.RemoveReports;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the core wants outside, after the commit: tells relays, hands errands to those who do them beside the loop, counts. Nothing
 * here blocks. Not safe for use by many threads: the loop calls it.
 */
final class PerformEffects {

    private static final Logger LOG = LoggerFactory.getLogger(PerformEffects.class);
    private static final int MOST_BODY = 4_096;

    private final SendToRelays relays;
    private final Errands errands;
    private final RemoveReports removal;
    private final MessageBus bus;
    private final LoopListener listener;

    PerformEffects(SendToRelays relays, Errands errands, RemoveReports removal, MessageBus bus, LoopListener listener) {
        this.relays = relays;
        this.errands = errands;
        this.removal = removal;
        this.bus = bus;
        this.listener = listener;
    }

    void perform(List<Effect> effects) {
        effects.forEach(this::perform);
    }

    /** Sends what was gathered for relays. */
    void flush() {
        relays.flush();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.PublishAssignment it -> relays.add(it);
            case Effect.PublishStop it -> relays.add(it);
            case Effect.AskSnapshot it -> relays.add(it);
            case Effect.Withdraw it -> errands.withdrawals().wish(it);
            case Effect.CheckAttempt it -> errands.checks().wish(it);
            case Effect.Refuse it -> errands.refusals().wish(it);
            case Effect.RunnerNews it -> errands.presence().wish(it);
            case Effect.ReadTasks it -> it.tasks().forEach(errands.tasks()::wish);
            case Effect.RemoveReports it -> removal.add(it.reports());
            case Effect.Observed it -> listener.observed(it);
            case Effect.SetAside it -> setAside(it);
        }
    }

    private void setAside(Effect.SetAside poisoned) {
        LOG.error("Set aside what the core cannot handle: {}", poisoned.what(), poisoned.failure());
        deadLetter(poisoned.failure().toString(), poisoned.what());
        if (poisoned.task() != null) {
            errands.poisoned().wish(poisoned);
        }
    }

    /** Puts aside what nobody can handle (C17). */
    void deadLetter(String reason, String body) {
        listener.deadLettered();
        var _ = bus.deadLetter(
                new DeadLetter(reason, "poisoned", "scheduler", body.substring(0, Math.min(body.length(), MOST_BODY))));
    }
}
