package io.signalbox.scheduler.loop.purge;

import io.signalbox.scheduler.core.retention.AgedEvent;

class InMemoryOldEventsTest implements OldEventsContract {

    private final InMemoryOldEvents events = new InMemoryOldEvents();

    @Override
    public OldEvents events() {
        return events;
    }

    @Override
    public void append(AgedEvent event) {
        events.append(event);
    }

    @Override
    public void passed(String reader, long sequence) {
        events.passed(reader, sequence);
    }
}
