package io.signalbox.backbone.bus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.backbone.bus.Delivery.Delivered;
import io.signalbox.backbone.bus.Delivery.Unroutable;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.DeadLetter;
import io.signalbox.model.message.LeaderHint;
import io.signalbox.model.message.LogBell;
import io.signalbox.model.message.RelayCommand.SnapshotPlease;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every bus promises, whether one process uses it or two. */
public interface MessageBusContract {

    AttemptId ATTEMPT = new AttemptId("3f8e1a52-6d0c-8b41-a2f7-90c1d2e3f405");
    Destination BELL = Destination.Topic.logs();

    /** A started bus. */
    MessageBus bus();

    /** The bus of another process; the same one where there is but one process. */
    MessageBus otherBus();

    /** The dead letters so far. */
    List<DeadLetter> deadLetters();

    /** A relay that no other test uses. */
    RelayId relay();

    @Test
    default void messageArrivesAtItsRelayAlone() {
        Received here = new Received();
        Received elsewhere = new Received();
        try (Subscription _ = otherBus().subscribe(new Inbox.Relay(relay()), here);
                Subscription _ = otherBus().subscribe(new Inbox.Relay(new RelayId("r-other")), elsewhere)) {
            assertThat(send(command(1))).containsExactly(new Delivered());

            here.await(new SnapshotPlease(new Epoch(1)));
            assertThat(elsewhere.messages()).isEmpty();
        }
    }

    @Test
    default void messagesOfOneSenderArriveInTheirOrder() {
        Received received = new Received();
        try (Subscription _ = otherBus().subscribe(new Inbox.Relay(relay()), received)) {
            List<Outgoing> sent =
                    IntStream.range(1, 1_501).mapToObj(this::command).toList();
            for (int from = 0; from < sent.size(); from += 30) {
                var _ = bus().send(sent.subList(from, from + 30));
            }
            await().until(() -> received.messages().size() == sent.size());
            assertThat(received.messages())
                    .isEqualTo(sent.stream().map(Outgoing::message).toList());
        }
    }

    @Test
    default void eachMessageOfABatchHasItsOwnOutcome() {
        List<Outgoing> batch = new ArrayList<>();
        List<Delivery> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean nobody = i % 7 == 3;
            batch.add(nobody ? toNobody() : command(i + 1));
            expected.add(nobody ? new Unroutable() : new Delivered());
        }
        try (Subscription _ = otherBus().subscribe(new Inbox.Relay(relay()), new Received())) {
            assertThat(send(batch.toArray(Outgoing[]::new))).isEqualTo(expected);
        }
    }

    @Test
    default void closedInboxIsNoDestination() {
        otherBus().subscribe(new Inbox.Relay(relay()), new Received()).close();

        await().untilAsserted(() -> assertThat(send(command(1))).containsExactly(new Unroutable()));
    }

    @Test
    default void bellReachesEveryGatewayThatWantsIt() {
        Received first = new Received();
        Received second = new Received();
        Received tasksOnly = new Received();
        try (Subscription _ = bus().subscribe(new Inbox.Topics(List.of("log.*")), first);
                Subscription _ = otherBus().subscribe(new Inbox.Topics(List.of("task.#", "log.#")), second);
                Subscription _ = otherBus().subscribe(new Inbox.Topics(List.of("task.#")), tasksOnly)) {
            LogBell bell = new LogBell(List.of(ATTEMPT));
            assertThat(send(new Outgoing(BELL, bell))).containsExactly(new Delivered());

            first.await(bell);
            second.await(bell);
            assertThat(tasksOnly.messages()).isEmpty();
        }
    }

    @Test
    default void leaderHintReachesExactlyOneUntilThatOneEnds() {
        Received active = new Received();
        Received standby = new Received();
        Outgoing hint = new Outgoing(new Destination.LeaderHints(), new LeaderHint("a"));
        Subscription leading = bus().subscribe(new Inbox.LeaderHints(), active);
        try (Subscription _ = otherBus().subscribe(new Inbox.LeaderHints(), standby)) {
            assertThat(send(hint, hint, hint)).containsOnly(new Delivered());
            await().until(() -> active.messages().size() == 3);
            assertThat(standby.messages()).isEmpty();

            leading.close();
            await().untilAsserted(() -> {
                send(hint);
                assertThat(standby.messages()).isNotEmpty();
            });
            assertThat(active.messages()).hasSize(3);
        } finally {
            leading.close();
        }
    }

    @Test
    default void whatAHandlerCannotBearIsPutAsideAndTheRestGoesOn() {
        Received received = new Received();
        MessageHandler fragile = message -> {
            if (message.equals(new SnapshotPlease(new Epoch(666)))) {
                throw new IllegalStateException("cannot bear " + message);
            }
            received.handle(message);
        };
        try (Subscription _ = otherBus().subscribe(new Inbox.Relay(relay()), fragile)) {
            send(command(1), command(666), command(2));

            received.await(new SnapshotPlease(new Epoch(2)));
            await().untilAsserted(() -> assertThat(deadLetters()).anySatisfy(letter -> {
                assertThat(letter.code()).isEqualTo("handler_failed");
                assertThat(letter.reason()).contains("cannot bear");
                assertThat(letter.origin()).contains(relay().value());
                assertThat(letter.body()).contains("666");
            }));
        }
    }

    @Test
    default void blockedHandlerBlocksNoOtherInbox() {
        Received received = new Received();
        CountDownLatch release = new CountDownLatch(1);
        MessageHandler blocked = _ -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (Subscription _ = bus().subscribe(new Inbox.Topics(List.of("log.#")), blocked);
                Subscription _ = bus().subscribe(new Inbox.Relay(relay()), received)) {
            send(new Outgoing(BELL, new LogBell(List.of(ATTEMPT))), command(1));

            received.await(new SnapshotPlease(new Epoch(1)));
        } finally {
            release.countDown();
        }
    }

    @Test
    default void closedBusSendsNothing() {
        bus().close();

        assertThat(send(command(1))).hasOnlyElementsOfType(Delivery.Unavailable.class);
        assertThat(bus().health()).isInstanceOf(BusHealth.Down.class);
    }

    /** A message for this test's relay that tells itself from others. */
    default Outgoing command(long number) {
        return new Outgoing(new Destination.Relay(relay()), new SnapshotPlease(new Epoch(number)));
    }

    private static Outgoing toNobody() {
        return new Outgoing(new Destination.Relay(new RelayId("r-nobody")), new SnapshotPlease(new Epoch(1)));
    }

    /** Sends and waits for the outcomes. */
    default List<Delivery> send(Outgoing... messages) {
        return bus().send(List.of(messages)).orTimeout(20, SECONDS).join();
    }
}
