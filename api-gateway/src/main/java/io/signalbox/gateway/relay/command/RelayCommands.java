package io.signalbox.gateway.relay.command;

import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.inbox.RelayCommandListener;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.session.RunnerSession;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.message.RelayCommand;
import java.util.Optional;

/** Hears the leader's commands and leads each to its slot; those of an outlived leader are refused (C15). */
public final class RelayCommands implements RelayCommandListener {
    private final Sessions sessions;
    private final HighestEpoch highest;
    private final Refusals refusals;
    private final RelayRecord record;

    /** Leads commands to the slots of {@code sessions}. */
    public RelayCommands(Sessions sessions, HighestEpoch highest, Refusals refusals, RelayRecord record) {
        this.sessions = sessions;
        this.highest = highest;
        this.refusals = refusals;
        this.record = record;
    }

    @Override
    public void received(RelayCommand command) {
        switch (command) {
            case RelayCommand.AssignTask assign -> {
                if (admits(assign.epoch())) {
                    assign.assignments().forEach(this::assign);
                }
            }
            case RelayCommand.StopTask stop -> {
                if (admits(stop.epoch())) {
                    stop.stops().forEach(this::stop);
                }
            }
            case RelayCommand.DrainRunner drain -> drain.runners().forEach(sessions::recheck);
            case RelayCommand.SnapshotPlease question -> {
                if (admits(question.epoch())) {
                    record.answer();
                }
            }
            case RelayCommand.Answer _ -> {}
        }
    }

    private boolean admits(Epoch epoch) {
        boolean admitted = highest.admits(epoch);
        if (!admitted) {
            refusals.refused(Refusal.EPOCH, "epoch " + epoch, "epoch " + highest.get() + " was seen");
        }
        return admitted;
    }

    private void assign(RelayCommand.AssignTask.Assignment wish) {
        assign(wish.slot(), wish.generation(), new Assignment(wish.task(), wish.attempt(), wish.generation()));
    }

    /** Offers an attempt to a slot that is here, in this generation. */
    void assign(SlotRef slot, Generation generation, Assignment what) {
        Optional<RunnerSession> runner = sessions.of(slot.runner());
        if (runner.isEmpty() || !runner.get().runner().generation().equals(generation)) {
            refusals.refused(
                    Refusal.GENERATION, "slot " + slot, "attempt " + what.attempt() + " for generation " + generation);
            return;
        }
        runner.get().slot(slot.number()).ifPresent(session -> session.on(new SlotEvent.Assigned(what)));
    }

    /** Stops an attempt on a slot that is here. */
    void stop(RelayCommand.StopTask.Stop stop) {
        sessions.of(stop.slot().runner())
                .flatMap(runner -> runner.slot(stop.slot().number()))
                .ifPresent(slot -> slot.on(new SlotEvent.StopWanted(stop.attempt(), stop.cause())));
    }
}
