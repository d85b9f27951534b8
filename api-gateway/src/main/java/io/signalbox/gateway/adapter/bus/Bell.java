package io.signalbox.gateway.adapter.bus;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.model.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the leading scheduler about entries, at most {@value Message#MAX_ENTRIES} in a message: what is rung for while a message is
 * on its way shares the next one. Ringing never blocks; when {@value #MOST_WAITING} wait, the bell is dropped, and the scheduler's
 * sweep finds what it was rung for. Start and close are idempotent.
 */
public final class Bell<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final int MOST_WAITING = 20_000;

    private final MessageBus bus;
    private final Function<List<T>, List<? extends Message>> messages;
    private final Consumer<Duration> published;
    private final BlockingQueue<T> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private @Nullable Thread publisher;

    /**
     * A bell that says {@code messages} for what it was rung for.
     *
     * @param bus carries them
     * @param messages what to say
     * @param published hears how long each round took until its outcomes were known
     */
    public Bell(MessageBus bus, Function<List<T>, List<? extends Message>> messages, Consumer<Duration> published) {
        this.bus = bus;
        this.messages = messages;
        this.published = published;
    }

    /** Begins to publish. */
    public synchronized void start() {
        if (publisher == null) {
            publisher = Thread.ofVirtual().name("bell").start(this::publishUntilStopped);
        }
    }

    /** Rings for {@code entry}. */
    public void ring(T entry) {
        waiting.offer(entry);
    }

    @Override
    public synchronized void close() {
        if (publisher != null) {
            publisher.interrupt();
        }
    }

    private void publishUntilStopped() {
        List<T> entries = new ArrayList<>(Message.MAX_ENTRIES);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                entries.add(waiting.take());
                waiting.drainTo(entries, Message.MAX_ENTRIES - 1);
                publishAndGoOn(List.copyOf(entries));
                entries.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, the bell rings on: what it was rung for is found by the scheduler's sweep. */
    private void publishAndGoOn(List<T> entries) {
        try {
            publish(entries);
        } catch (RuntimeException e) {
            LOG.warn("Lost {} bells", entries.size(), e);
        }
    }

    private void publish(List<T> entries) {
        long begin = System.nanoTime();
        var _ = bus.send(messages.apply(entries).stream()
                        .map(message -> new Outgoing(new Destination.Leader(), message))
                        .toList())
                .join();
        published.accept(Duration.ofNanos(System.nanoTime() - begin));
    }
}
