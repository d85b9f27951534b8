package io.signalbox.scheduler.loop.event;

class InMemoryEventStoreTest implements EventStoreContract {

    @Override
    public EventStore feed() {
        return new InMemoryEventStore();
    }
}
