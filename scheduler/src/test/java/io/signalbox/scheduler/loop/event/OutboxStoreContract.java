package io.signalbox.scheduler.loop.event;

import static io.signalbox.scheduler.loop.event.Events.ofTask;
import static io.signalbox.scheduler.loop.event.Events.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every collection of tasks with outboxes does (C19). */
public interface OutboxStoreContract {

    /** One without documents. */
    OutboxStore outboxes();

    /** The commit of the n-th task stores {@code event}; the first one makes its document. */
    void keep(int n, FeedEvent event);

    @Test
    default void readsWhatWasKeptInItsOrder() {
        OutboxStore outboxes = outboxes();
        keep(1, ofTask(1, 1));
        keep(1, ofTask(1, 2));
        keep(2, ofTask(2, 1));

        assertThat(outboxes.read(List.of(owner(1), owner(3))))
                .containsExactly(new Outbox(owner(1), List.of(ofTask(1, 1), ofTask(1, 2))));
    }

    @Test
    default void clearsJustWhatWasAppended() {
        OutboxStore outboxes = outboxes();
        keep(1, ofTask(1, 1));
        List<Outbox> before = outboxes.read(List.of(owner(1)));
        keep(1, ofTask(1, 2));
        outboxes.clear(before);
        outboxes.clear(before);

        assertThat(outboxes.read(List.of(owner(1)))).containsExactly(new Outbox(owner(1), List.of(ofTask(1, 2))));
    }

    @Test
    default void clearsManyAtOnceEachOfItsOwnEvents() {
        OutboxStore outboxes = outboxes();
        for (int n = 1; n <= 3; n++) {
            keep(n, ofTask(n, 1));
            keep(n, ofTask(n, 2));
        }
        outboxes.clear(List.of(
                new Outbox(owner(1), List.of(ofTask(1, 1))),
                new Outbox(owner(2), List.of(ofTask(2, 2))),
                new Outbox(owner(3), List.of(ofTask(3, 1)))));

        assertThat(outboxes.read(List.of(owner(1), owner(2), owner(3))))
                .containsExactlyInAnyOrder(
                        new Outbox(owner(1), List.of(ofTask(1, 2))),
                        new Outbox(owner(2), List.of(ofTask(2, 1))),
                        new Outbox(owner(3), List.of(ofTask(3, 2))));
    }

    @Test
    default void findsWhatWasLeftBehind() {
        OutboxStore outboxes = outboxes();
        keep(1, ofTask(1, 1));
        keep(2, ofTask(2, 1));
        keep(3, ofTask(3, 1));
        outboxes.clear(outboxes.read(List.of(owner(2))));

        assertThat(outboxes.leftBehind(10)).containsExactlyInAnyOrder(owner(1), owner(3));
        assertThat(outboxes.leftBehind(1)).hasSize(1);
        assertThat(outboxes.leftBehind(owner(1)::equals, 1)).containsExactly(owner(3));
    }

    private static String owner(int n) {
        return task(n).value();
    }
}
