package io.signalbox.scheduler.loop;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.measure.LoopListener;

/**
 * What a leader stands in.
 *
 * @param stores everything durable
 * @param bus to relays, gateways and live views
 * @param time what time it is
 * @param prepare makes the store ready and measures its clock (C22), at each take-over; blocks
 * @param listener hears what is done
 */
public record Surroundings(Stores stores, MessageBus bus, TellTime time, Runnable prepare, LoopListener listener) {}
