package io.signalbox.scheduler.loop.outside;

import io.signalbox.backbone.bus.Delivery;
import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.model.message.RelayCommand.StopTask.Stop;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.loop.leadership.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What relays are told after one commit, gathered in messages of at most {@link Message#MAX_ENTRIES} entries for each relay. An
 * assignment that nobody has an inbox for comes back to the core. Not safe for use by many threads: the loop calls it.
 */
public final class SendToRelays {

    private final Term term;
    private final MessageBus bus;
    private final Consumer<Command> commands;
    private final Map<RelayId, List<Assignment>> assignments = new LinkedHashMap<>();
    private final Map<RelayId, List<Stop>> stops = new LinkedHashMap<>();
    private final Set<RelayId> questions = new LinkedHashSet<>();

    /**
     * @param term of this leader
     * @param bus carries the messages
     * @param commands hears of what was not delivered
     */
    public SendToRelays(Term term, MessageBus bus, Consumer<Command> commands) {
        this.term = term;
        this.bus = bus;
        this.commands = commands;
    }

    /** Gathers an assignment. */
    public void add(Effect.PublishAssignment assignment) {
        assignments.computeIfAbsent(assignment.relay(), _ -> new ArrayList<>()).add(assignment.assignment());
    }

    /** Gathers a stop. */
    public void add(Effect.PublishStop stop) {
        stops.computeIfAbsent(stop.relay(), _ -> new ArrayList<>()).add(stop.stop());
    }

    /** Gathers a question. */
    public void add(Effect.AskSnapshot question) {
        questions.add(question.relay());
    }

    /** Sends what was gathered, unless this leader was paused since the commit (C14); does not block. */
    public void flush() {
        List<Outgoing> messages = new ArrayList<>();
        questions.forEach(relay -> messages.add(to(relay, new RelayCommand.SnapshotPlease(term.epoch()))));
        messages.addAll(inParts(assignments, part -> new RelayCommand.AssignTask(term.epoch(), part)));
        messages.addAll(inParts(stops, part -> new RelayCommand.StopTask(term.epoch(), part)));
        questions.clear();
        assignments.clear();
        stops.clear();
        if (!messages.isEmpty() && term.mayCommit()) {
            var _ = bus.send(messages).thenAccept(deliveries -> bringBack(messages, deliveries));
        }
    }

    private static <T> List<Outgoing> inParts(Map<RelayId, List<T>> entries, Function<List<T>, Message> message) {
        List<Outgoing> messages = new ArrayList<>();
        entries.forEach((relay, all) -> {
            for (int from = 0; from < all.size(); from += Message.MAX_ENTRIES) {
                List<T> part = all.subList(from, Math.min(all.size(), from + Message.MAX_ENTRIES));
                messages.add(to(relay, message.apply(List.copyOf(part))));
            }
        });
        return messages;
    }

    private void bringBack(List<Outgoing> messages, List<Delivery> deliveries) {
        for (int i = 0; i < messages.size(); i++) {
            if (deliveries.get(i) instanceof Delivery.Unroutable
                    && messages.get(i).message() instanceof RelayCommand.AssignTask assign) {
                assign.assignments().forEach(it -> commands.accept(new Command.Undeliverable(it.task(), it.attempt())));
            }
        }
    }

    private static Outgoing to(RelayId relay, Message message) {
        return new Outgoing(new Destination.Relay(relay), message);
    }
}
