package io.signalbox.gateway.webhook.delivery;

import static io.signalbox.gateway.webhook.delivery.Deliveries.NOW;
import static io.signalbox.gateway.webhook.delivery.Deliveries.about;
import static io.signalbox.gateway.webhook.delivery.Deliveries.failedAt;
import static io.signalbox.gateway.webhook.delivery.Deliveries.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When deliveries are tried, in which order, and when they are given up. */
class DeliveryTest {

    @Test
    void pausesGrowToAnHour() {
        assertThat(List.of(
                        Backoff.after(1, Duration.ZERO, 0),
                        Backoff.after(2, Duration.ZERO, 0),
                        Backoff.after(3, Duration.ZERO, 0),
                        Backoff.after(10, Duration.ZERO, 0)))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(2560));
        assertThat(Backoff.after(11, Duration.ZERO, 0)).isEqualTo(Duration.ofHours(1));
        assertThat(Backoff.after(1_000, Duration.ZERO, 0)).isEqualTo(Duration.ofHours(1));
        assertThat(Backoff.after(2, Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void receiversWishForAPauseCountsWhereItIsLongerUpToAnHour() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(Backoff.after(1, minute, 1)).isEqualTo(minute);
        assertThat(Backoff.after(10, minute, 0)).isEqualTo(Duration.ofSeconds(2560));
        Try refused = new Try(NOW, Duration.ZERO, new Outcome.Answered(429, Duration.ofDays(365)));
        assertThat(about("t", 1).after(refused, 0).times().dueAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void deliveryIsTriedForADayAndThenGivenUp() {
        Delivery delivery = about("t", 1);
        while (delivery.state() == Delivery.State.PENDING) {
            delivery = failedAt(delivery, delivery.times().dueAt());
        }
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.tries().getLast().at())
                .isBetween(NOW.plus(Duration.ofHours(23)), NOW.plus(Duration.ofHours(24)));
        assertThat(delivery.count()).isBetween(30, 40);
        assertThat(delivery.tries()).hasSize(10);
    }

    @Test
    void deliveryThatWasTakenIsNotTriedAgainUntilSomebodyWantsIt() {
        Delivery taken = taken(about("t", 1));
        assertThat(taken.state()).isEqualTo(Delivery.State.DELIVERED);
        Instant later = NOW.plus(Duration.ofDays(2));
        Delivery again = taken.again(later);
        assertThat(again.id()).isEqualTo(taken.id());
        assertThat(again.state()).isEqualTo(Delivery.State.PENDING);
        assertThat(again.times().dueAt()).isEqualTo(later);
        assertThat(failedAt(again, later).state()).isEqualTo(Delivery.State.PENDING);
    }
}
