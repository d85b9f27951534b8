package io.signalbox.scheduler.simulation.store;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.loop.event.EventStore;
import io.signalbox.scheduler.loop.event.FeedEvent;
import io.signalbox.scheduler.loop.event.InMemoryEventStore;
import io.signalbox.scheduler.loop.event.InMemoryOutboxStore;
import io.signalbox.scheduler.loop.event.Outbox;
import io.signalbox.scheduler.loop.event.OutboxStore;
import io.signalbox.scheduler.simulation.Fault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The feed and the outboxes, as stores that may be away and lose their answers. */
public final class FlakyFeed implements EventStore, OutboxStore {
    private final InMemoryEventStore feed;
    private final InMemoryOutboxStore outboxes;
    private final Weather weather;

    public FlakyFeed(InMemoryEventStore feed, InMemoryOutboxStore outboxes, Weather weather) {
        this.feed = feed;
        this.outboxes = outboxes;
        this.weather = weather;
    }

    @Override
    public long open(Epoch epoch, Instant at) {
        weather.call();
        return feed.open(epoch, at);
    }

    @Override
    public Append append(long first, List<FeedEvent> events) {
        weather.call();
        Append outcome = feed.append(first, events);
        weather.answer();
        return outcome;
    }

    @Override
    public Set<String> known(Collection<FeedEvent> events) {
        weather.call();
        return weather.is(Fault.EVENTS_NOT_LOOKED_UP) ? Set.of() : feed.known(events);
    }

    @Override
    public List<Outbox> read(Collection<String> owners) {
        weather.call();
        List<Outbox> found = outboxes.read(owners);
        if (weather.is(Fault.OUTBOX_CLEARED_FIRST)) {
            outboxes.clear(found);
        }
        return found;
    }

    @Override
    public List<String> leftBehind(Predicate<String> known, int limit) {
        weather.call();
        return outboxes.leftBehind(known, limit);
    }

    @Override
    public void clear(List<Outbox> appended) {
        weather.call();
        outboxes.clear(
                weather.is(Fault.OUTBOX_CLEARED_WHOLE)
                        ? outboxes.read(appended.stream().map(Outbox::owner).toList())
                        : appended);
        weather.answer();
    }
}
