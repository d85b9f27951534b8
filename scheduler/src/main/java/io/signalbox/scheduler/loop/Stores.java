package io.signalbox.scheduler.loop;

import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.errand.Refusals;
import io.signalbox.scheduler.loop.event.EventStore;
import io.signalbox.scheduler.loop.event.OutboxStore;
import io.signalbox.scheduler.loop.presence.RunnerStateStore;
import io.signalbox.scheduler.loop.purge.OldEvents;
import io.signalbox.scheduler.loop.purge.PurgeStore;
import io.signalbox.scheduler.loop.report.ReportStore;
import io.signalbox.scheduler.loop.sweep.FleetReader;

/**
 * Everything durable that a leader reads and writes.
 *
 * @param tasks their states
 * @param taskOutboxes their events
 * @param refusals their history of refusals
 * @param reports input
 * @param events output
 * @param fleet runners and relays, written by gateways
 * @param runnerStates what the scheduler keeps about runners
 * @param runnerOutboxes their events
 * @param purge finished tasks that have been kept long enough
 * @param oldEvents the old end of the feed
 */
public record Stores(
        TaskStore tasks,
        OutboxStore taskOutboxes,
        Refusals refusals,
        ReportStore reports,
        EventStore events,
        FleetReader fleet,
        RunnerStateStore runnerStates,
        OutboxStore runnerOutboxes,
        PurgeStore purge,
        OldEvents oldEvents) {}
