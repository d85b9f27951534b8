package io.signalbox.scheduler.loop.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record of leadership does (C14). */
public interface LeadershipStoreContract {

    /** An empty one. */
    LeadershipStore leadership();

    @Test
    default void beginsWithoutALeader() {
        assertThat(leadership().read()).contains(new LeadershipRecord(new Epoch(0), "", 0));
    }

    @Test
    default void raisesTheEpochOnce() {
        LeadershipStore store = leadership();
        store.read();

        assertThat(store.raise(new Epoch(0), "a")).isEqualTo(Swap.APPLIED);
        assertThat(store.raise(new Epoch(0), "b")).isEqualTo(Swap.CONFLICT);
        assertThat(store.read()).contains(new LeadershipRecord(new Epoch(1), "a", 1));
    }

    @Test
    default void countsTheRenewalsOfTheHolderAlone() {
        LeadershipStore store = leadership();
        store.read();
        store.raise(new Epoch(0), "a");

        assertThat(store.renew(new Epoch(1), "a")).isEqualTo(Swap.APPLIED);
        assertThat(store.renew(new Epoch(1), "b")).isEqualTo(Swap.CONFLICT);
        assertThat(store.read()).contains(new LeadershipRecord(new Epoch(1), "a", 2));
    }

    @Test
    default void refusesTheRenewalOfAnOutdoneLeader() {
        LeadershipStore store = leadership();
        store.read();
        store.raise(new Epoch(0), "a");
        store.raise(new Epoch(1), "a");

        assertThat(store.renew(new Epoch(1), "a")).isEqualTo(Swap.CONFLICT);
    }

    @Test
    default void givesOneEpochToOneOfMany() throws InterruptedException, ExecutionException {
        LeadershipStore store = leadership();
        store.read();
        List<Callable<Swap>> rivals = IntStream.range(0, 8)
                .<Callable<Swap>>mapToObj(i -> () -> store.raise(new Epoch(0), "rival-" + i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int winners = 0;
            for (Future<Swap> outcome : threads.invokeAll(rivals)) {
                winners += outcome.get() == Swap.APPLIED ? 1 : 0;
            }
            assertThat(winners).isOne();
        }
    }
}
