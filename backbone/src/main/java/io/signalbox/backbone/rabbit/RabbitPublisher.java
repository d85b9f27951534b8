package io.signalbox.backbone.rabbit;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.bus.Delivery;
import io.signalbox.backbone.bus.Outgoing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * The one thread that publishes. What was sent while a batch was under way makes up the next one. While there is no
 * broker, or the broker takes nothing, messages are answered at once; a new connection is tried each second.
 */
final class RabbitPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitPublisher.class);
    private static final int MOST_WAITING = 50_000;
    private static final int BATCH = 500;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private record Parcel(List<Outgoing> messages, CompletableFuture<List<Delivery>> outcomes) {}

    private final BrokerConnections connections;
    private final Duration confirmTimeout;
    private final BusListener listener;
    private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread publishing = Thread.ofVirtual().name("bus-publisher").unstarted(this::publishUntilStopped);
    private volatile boolean stopping;
    private volatile boolean ended;
    private volatile @Nullable ConfirmedChannel channel;
    private volatile String failure = "not connected yet";
    private long retryAt = System.nanoTime();

    RabbitPublisher(BrokerConnections connections, Duration confirmTimeout, BusListener listener) {
        this.connections = connections;
        this.confirmTimeout = confirmTimeout;
        this.listener = listener;
    }

    void start() {
        publishing.start();
    }

    /** Why nothing can be published at present, if so. */
    Optional<String> down() {
        ConfirmedChannel current = channel;
        return current != null && current.isOpen()
                ? connections.alarm().map(alarm -> "the broker takes no messages: " + alarm)
                : Optional.of(failure);
    }

    CompletableFuture<List<Delivery>> send(List<Outgoing> messages) {
        if (waiting.addAndGet(messages.size()) > MOST_WAITING) {
            waiting.addAndGet(-messages.size());
            return CompletableFuture.completedFuture(unavailable(messages, "too many messages wait"));
        }
        Parcel parcel = new Parcel(List.copyOf(messages), new CompletableFuture<>());
        queue.add(parcel);
        if (ended) {
            refuseTheRest();
        }
        return parcel.outcomes;
    }

    /** Publishes what waits, then ends. */
    void stop() throws InterruptedException {
        stopping = true;
        queue.add(new Parcel(List.of(), new CompletableFuture<>()));
        publishing.join();
        ended = true;
        failure = "stopped";
        channel = null;
        refuseTheRest();
    }

    private void refuseTheRest() {
        for (Parcel parcel = queue.poll(); parcel != null; parcel = queue.poll()) {
            parcel.outcomes.complete(unavailable(parcel.messages, "stopped"));
        }
    }

    private void publishUntilStopped() {
        try {
            connect();
            while (!stopping || !queue.isEmpty()) {
                Parcel first = queue.poll(RETRY.toMillis(), TimeUnit.MILLISECONDS);
                connect();
                if (first != null) {
                    publish(gather(first));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Parcel> gather(Parcel first) {
        List<Parcel> parcels = new ArrayList<>(List.of(first));
        int messages = first.messages.size();
        for (Parcel next = queue.peek();
                next != null && messages + next.messages.size() <= BATCH;
                next = queue.peek()) {
            parcels.add(queue.remove());
            messages += next.messages.size();
        }
        return parcels;
    }

    private void publish(List<Parcel> parcels) throws InterruptedException {
        List<Outgoing> messages =
                parcels.stream().flatMap(it -> it.messages.stream()).toList();
        long startedAt = System.nanoTime();
        List<Delivery> outcomes = publishTogether(messages);
        listener.published(messages.size(), Duration.ofNanos(System.nanoTime() - startedAt));
        waiting.addAndGet(-messages.size());
        int from = 0;
        for (Parcel parcel : parcels) {
            int to = from + parcel.messages.size();
            parcel.outcomes.complete(List.copyOf(outcomes.subList(from, to)));
            from = to;
        }
    }

    /** Whatever goes wrong, the one thread that publishes goes on: without it the process would be dumb, and nobody would notice. */
    private List<Delivery> publishTogether(List<Outgoing> messages) throws InterruptedException {
        Optional<String> down = down();
        ConfirmedChannel current = channel;
        if (down.isPresent() || current == null) {
            return unavailable(messages, down.orElse(failure));
        }
        try {
            return current.publish(messages, confirmTimeout);
        } catch (IOException | TimeoutException | RuntimeException e) {
            recover(e);
            return unavailable(messages, e.toString());
        }
    }

    /** Connects if there is no open channel and the last failure is a while ago. */
    private void connect() {
        ConfirmedChannel current = channel;
        boolean open = current != null && current.isOpen();
        if (open || System.nanoTime() - retryAt < 0) {
            return;
        }
        try {
            channel = ConfirmedChannel.open(connections.publishing().createConnection());
        } catch (IOException | RuntimeException e) {
            recover(e);
        }
    }

    /** An alarm keeps its connection, which goes on when it ends; whatever else went wrong, a new one is clean. */
    private void recover(Exception cause) {
        if (connections.alarm().isPresent()) {
            return;
        }
        String root = NestedExceptionUtils.getMostSpecificCause(cause).toString();
        if (!root.equals(failure)) {
            LOG.warn("Cannot publish, trying on: {}", root);
        }
        failure = root;
        channel = null;
        retryAt = System.nanoTime() + RETRY.toNanos();
        connections.publishing().resetConnection();
    }

    private static List<Delivery> unavailable(List<Outgoing> messages, String reason) {
        return messages.stream()
                .<Delivery>map(_ -> new Delivery.Unavailable(reason))
                .toList();
    }
}
