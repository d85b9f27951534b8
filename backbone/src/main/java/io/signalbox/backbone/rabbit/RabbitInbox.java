package io.signalbox.backbone.rabbit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.Subscription;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.core.NestedExceptionUtils;

/**
 * One inbox at the broker: a virtual thread keeps its consumer alive until it is closed, with a fresh channel, queue and
 * bindings each time that the broker or the connection went away.
 */
final class RabbitInbox implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitInbox.class);
    private static final int PREFETCH = 250;
    private static final long RETRY_MILLIS = 200;

    private final Inbox inbox;
    private final CachingConnectionFactory connections;
    private final Consumer<byte[]> receiver;
    private final Consumer<RabbitInbox> onClose;
    private final CountDownLatch firstAttempt = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Channel channel;
    private boolean warned;

    RabbitInbox(
            Inbox inbox,
            CachingConnectionFactory connections,
            Consumer<byte[]> receiver,
            Consumer<RabbitInbox> onClose) {
        this.inbox = inbox;
        this.connections = connections;
        this.receiver = receiver;
        this.onClose = onClose;
    }

    /** Opens it; returns when the first attempt has succeeded or failed. */
    RabbitInbox open() throws InterruptedException {
        Thread.ofVirtual().name("inbox " + inbox).start(this::consumeUntilClosed);
        firstAttempt.await();
        return this;
    }

    Inbox inbox() {
        return inbox;
    }

    @Override
    public boolean isActive() {
        Channel current = channel;
        return current != null && current.isOpen();
    }

    @Override
    public void close() {
        closed.countDown();
        onClose.accept(this);
        Channel current = channel;
        if (current != null) {
            abort(current);
        }
    }

    private void consumeUntilClosed() {
        try {
            do {
                consume();
            } while (!closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Consumes until the channel is gone, for whatever reason; whatever goes wrong, the inbox is opened again: without it the process would be deaf. */
    private void consume() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        try {
            Channel opened = connect().getDelegate().createChannel();
            opened.addShutdownListener(_ -> gone.countDown());
            channel = opened;
            start(opened, gone);
            warned = false;
            firstAttempt.countDown();
            if (closed.getCount() == 0) {
                abort(opened);
            }
            gone.await();
        } catch (IOException | RuntimeException e) {
            warnOnce(e);
        } finally {
            firstAttempt.countDown();
        }
    }

    /** A connection on which the topology could not be declared is none. */
    private Connection connect() {
        try {
            return connections.createConnection();
        } catch (AmqpException e) {
            connections.resetConnection();
            throw e;
        }
    }

    private void start(Channel opened, CountDownLatch gone) throws IOException {
        // A hint counts when it arrives, so the broker need not wait for its acknowledgement.
        boolean hints = inbox instanceof Inbox.LeaderHints;
        opened.basicQos(PREFETCH);
        opened.basicConsume(
                RabbitTopology.declareQueue(opened, inbox),
                hints,
                (_, delivery) -> receive(opened, delivery, hints),
                _ -> {
                    abort(opened);
                    gone.countDown();
                });
    }

    private void receive(Channel from, Delivery delivery, boolean acknowledged) throws IOException {
        if (closed.getCount() == 0) {
            return;
        }
        receiver.accept(delivery.getBody());
        if (!acknowledged) {
            acknowledge(from, delivery);
        }
    }

    /** Where the channel ended meanwhile, its queue did, too: there is nobody left to tell. */
    private static void acknowledge(Channel from, Delivery delivery) throws IOException {
        try {
            from.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
        } catch (ShutdownSignalException e) {
            LOG.debug("Channel ended before a message was acknowledged", e);
        }
    }

    private void warnOnce(Exception failure) {
        if (!warned && closed.getCount() > 0) {
            warned = true;
            LOG.warn(
                    "Cannot open the inbox {}, trying on: {}",
                    inbox,
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }

    private static void abort(Channel channel) {
        try {
            channel.close();
        } catch (IOException | TimeoutException | ShutdownSignalException alreadyGone) {
            LOG.debug("Channel was closed already", alreadyGone);
        }
    }
}
