package io.signalbox.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A measure that sees nothing would find nobody slowed and nothing kept. */
class BurdenTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final AtomicLong clock = new AtomicLong();
    private final List<byte[]> kept = new ArrayList<>();
    private long takes = 10;

    @Test
    void whoIsSlowedIsSeen() {
        Burden burden = new Burden(clock::get, () -> 0, this::request);
        for (int turn = 0; turn < 5; turn++) {
            takes = 10;
            burden.alone(3);
            takes = 40;
            burden.beside(3);
        }
        assertThat(burden.slowdown()).isEqualTo(4);
    }

    @Test
    void pauseOfTheMachineCountsOnce() {
        Burden burden = new Burden(clock::get, () -> 0, this::request);
        burden.alone(3);
        burden.beside(2);
        takes = 5_000;
        burden.beside(1);
        assertThat(burden.slowdown()).isEqualTo(1);
    }

    @Test
    void whatIsKeptIsSeenAlsoIfItGoesLater() {
        Burden burden = new Burden(clock::get, Burden::liveMegabytes, this::request);
        kept.add(new byte[64 * MEGABYTE]);
        burden.beside(1);
        kept.clear();
        burden.beside(1);
        assertThat(burden.grown()).isBetween(48L, 80L);
    }

    private void request() {
        clock.addAndGet(takes);
    }
}
