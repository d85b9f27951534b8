package io.signalbox.backbone.local;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.MessageBusContract;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.DeadLetter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LocalBusTest implements MessageBusContract {

    private final LocalBus bus = new LocalBus(BusListener.NONE);

    @Override
    public MessageBus bus() {
        return bus;
    }

    @Override
    public MessageBus otherBus() {
        return bus;
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return bus.deadLetters();
    }

    @Override
    public RelayId relay() {
        return new RelayId("r-1");
    }

    @AfterEach
    void close() {
        bus.close();
    }
}
