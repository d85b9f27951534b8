package io.signalbox.scheduler.loop.event;

class InMemoryOutboxStoreTest implements OutboxStoreContract {

    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();

    @Override
    public OutboxStore outboxes() {
        return outboxes;
    }

    @Override
    public void keep(int n, FeedEvent event) {
        outboxes.keep(Events.task(n).value(), event);
    }
}
