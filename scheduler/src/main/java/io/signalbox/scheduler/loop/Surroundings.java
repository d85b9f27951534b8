package io.signalbox.scheduler.loop;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.measure.LoopListener;
import java.time.Duration;

/**
 * What a leader stands in.
 *
 * @param stores everything durable
 * @param bus to relays, gateways and live views
 * @param time what time it is
 * @param prepare makes the store ready and measures its clock (C22), at each take-over; blocks
 * @param listener hears what is done
 * @param eventsKept for how long an event is kept (C25)
 */
public record Surroundings(
        Stores stores, MessageBus bus, TellTime time, Runnable prepare, LoopListener listener, Duration eventsKept) {

    /** Where events are kept for as long as is usual. */
    public Surroundings(Stores stores, MessageBus bus, TellTime time, Runnable prepare, LoopListener listener) {
        this(stores, bus, time, prepare, listener, Duration.ofDays(30));
    }
}
