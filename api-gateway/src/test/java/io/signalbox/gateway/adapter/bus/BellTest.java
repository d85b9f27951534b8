package io.signalbox.gateway.adapter.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.model.message.Message;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BellTest {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void anExceptionEndsOneRoundAndNotTheThread() throws InterruptedException {
        try (var bus = new LocalBus(BusListener.NONE);
                var bell = new Bell<String>(bus, this::say, _ -> {})) {
            bell.start();
            bell.ring("unspeakable");
            assertThat(said.poll(10, TimeUnit.SECONDS)).isEqualTo("unspeakable");
            bell.ring("sound");
            assertThat(said.poll(10, TimeUnit.SECONDS)).isEqualTo("sound");
        }
    }

    private List<? extends Message> say(List<String> entries) {
        said.addAll(entries);
        if (entries.contains("unspeakable")) {
            throw new IllegalStateException("a planted fault");
        }
        return List.of();
    }
}
