package io.signalbox.scheduler.loop.outside;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.message.EventBell;
import io.signalbox.model.message.Message;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.loop.event.FeedEvent;
import io.signalbox.scheduler.loop.event.FeedListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells live views that the feed has grown; they read it for themselves.
 *
 * @param bus carries the bells
 */
public record RingEventBells(MessageBus bus) implements FeedListener {

    /** Field of a runner event's data that names its pool. */
    public static final String POOL = "pool";

    @Override
    public void appended(long upTo, List<FeedEvent> events) {
        Map<Destination, List<EventBell.Entry>> entries = new LinkedHashMap<>();
        for (FeedEvent event : events) {
            entries.computeIfAbsent(topic(event), _ -> new ArrayList<>())
                    .add(new EventBell.Entry(event.type(), event.project(), event.task()));
        }
        List<Outgoing> bells = new ArrayList<>();
        entries.forEach((topic, all) -> {
            for (int from = 0; from < all.size(); from += Message.MAX_ENTRIES) {
                List<EventBell.Entry> part = all.subList(from, Math.min(all.size(), from + Message.MAX_ENTRIES));
                bells.add(new Outgoing(topic, new EventBell(upTo, List.copyOf(part))));
            }
        });
        var _ = bus.send(bells);
    }

    private static Destination topic(FeedEvent event) {
        String state = event.type().substring(event.type().indexOf('.') + 1);
        ProjectName project = event.project();
        if (project != null) {
            return Destination.Topic.task(project, TaskState.of(state));
        }
        Object pool = event.data().get(POOL);
        return Destination.Topic.runner(pool == null ? PoolName.DEFAULT : new PoolName(pool.toString()), state);
    }
}
