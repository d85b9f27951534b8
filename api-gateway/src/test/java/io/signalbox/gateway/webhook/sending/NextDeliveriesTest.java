package io.signalbox.gateway.webhook.sending;

import static io.signalbox.gateway.webhook.delivery.Deliveries.NOW;
import static io.signalbox.gateway.webhook.delivery.Deliveries.about;
import static io.signalbox.gateway.webhook.delivery.Deliveries.failedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.webhook.delivery.Delivery;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextDeliveriesTest {

    @Test
    void laterEventOfATaskWaitsForTheEarlierAndThoseOfOthersDoNot() {
        Delivery first = failedAt(about("a", 1), NOW);
        Delivery second = about("a", 2);
        Delivery other = about("b", 3);
        List<Delivery> window = List.of(first, second, other);
        assertThat(NextDeliveries.of(window, NOW, 8)).containsExactly(other);
        assertThat(NextDeliveries.of(window, NOW.plusSeconds(5), 8)).containsExactly(first, other);
        assertThat(NextDeliveries.of(window, NOW.plusSeconds(5), 1)).containsExactly(first);
    }
}
