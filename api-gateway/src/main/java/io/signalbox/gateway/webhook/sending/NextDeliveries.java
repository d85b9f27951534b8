package io.signalbox.gateway.webhook.sending;

import io.signalbox.gateway.webhook.delivery.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses what of a webhook's pending deliveries may be tried now: of each task the first alone, so that its events come in order. */
final class NextDeliveries {
    private NextDeliveries() {}

    /**
     * At most {@code most} of them.
     *
     * @param window pending ones, in the order of their events
     */
    static List<Delivery> of(List<Delivery> window, Instant now, int most) {
        List<Delivery> chosen = new ArrayList<>();
        Set<String> tasks = new HashSet<>();
        for (Delivery delivery : window) {
            boolean first = delivery.matter().task().map(tasks::add).orElse(true);
            if (first && chosen.size() < most && !delivery.times().dueAt().isAfter(now)) {
                chosen.add(delivery);
            }
        }
        return chosen;
    }
}
