package io.signalbox.gateway.log.view;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.gateway.log.LogBells;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.EventBell;
import io.signalbox.model.message.LogBell;
import io.signalbox.model.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Wakes the live views of this gateway when a log grows or a task changes, and tells the other gateways which logs grew here: all of
 * one moment in few messages, sent by {@link #flush}, which its owner calls every 50 ms or so.
 */
public final class LiveLogs implements LogBells {
    /** Topics whose messages are to be given to {@link #received}. */
    public static final List<String> TOPICS = List.of("log.*", "task.#");

    private final MessageBus bus;
    private final Watches<AttemptId> logs = new Watches<>();
    private final Watches<TaskId> tasks = new Watches<>();
    private final Set<AttemptId> untold = new LinkedHashSet<>();

    /** Tells other gateways over {@code bus}. */
    public LiveLogs(MessageBus bus) {
        this.bus = bus;
    }

    @Override
    public void grew(AttemptId attempt, long end) {
        logs.ring(attempt);
        synchronized (untold) {
            untold.add(attempt);
        }
    }

    @Override
    public void sealed(AttemptId attempt, long end) {
        grew(attempt, end);
    }

    /** Hears what other gateways and the scheduler tell. */
    public void received(Message message) {
        switch (message) {
            case LogBell bell -> bell.logs().forEach(logs::ring);
            case EventBell bell ->
                bell.events().stream()
                        .map(EventBell.Entry::task)
                        .filter(Objects::nonNull)
                        .forEach(tasks::ring);
            case Message _ -> {
                // Others' topics are not asked for.
            }
        }
    }

    /** Tells the other gateways what has grown since the last call. Does not block. */
    public void flush() {
        List<AttemptId> grown;
        synchronized (untold) {
            grown = new ArrayList<>(untold);
            untold.clear();
        }
        List<Outgoing> messages = new ArrayList<>();
        for (int i = 0; i < grown.size(); i += Message.MAX_ENTRIES) {
            List<AttemptId> some = grown.subList(i, Math.min(grown.size(), i + Message.MAX_ENTRIES));
            messages.add(new Outgoing(Destination.Topic.logs(), new LogBell(List.copyOf(some))));
        }
        if (!messages.isEmpty()) {
            var _ = bus.send(messages); // A bell that is lost is made up for by looking again.
        }
    }

    /** Begins to listen for the growth of a log; to be closed. */
    public Watches<AttemptId>.Watch watch(AttemptId attempt) {
        return logs.watch(attempt);
    }

    /** Begins to listen for changes of a task; to be closed. */
    public Watches<TaskId>.Watch watch(TaskId task) {
        return tasks.watch(task);
    }
}
