package io.signalbox.gateway.relay.bell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.RunnerPresence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BellPublisherTest {
    private static final RunnerId UNSPEAKABLE = new RunnerId("0198c5f0-8b1e-7c3a-9f00-000000000001");
    private static final RunnerId SOUND = new RunnerId("0198c5f0-8b1e-7c3a-9f00-000000000002");

    private final BlockingQueue<RunnerId> asked = new LinkedBlockingQueue<>();

    @Test
    void anExceptionEndsOneRoundAndNotTheThread() throws InterruptedException {
        try (var bus = new LocalBus(BusListener.NONE);
                var bells = new BellPublisher(new RelayId("r-1"), bus, () -> new Epoch(1))) {
            bells.start(new Runners());
            bells.changed(UNSPEAKABLE);
            assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo(UNSPEAKABLE);
            bells.changed(SOUND);
            assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo(SOUND);
        }
    }

    private final class Runners implements Presences {
        @Override
        public List<RunnerPresence> all() {
            return List.of();
        }

        @Override
        public Optional<RunnerPresence> presenceOf(RunnerId runner) {
            asked.add(runner);
            if (runner.equals(UNSPEAKABLE)) {
                throw new IllegalStateException("a planted fault");
            }
            return Optional.empty();
        }
    }
}
