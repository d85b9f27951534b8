package io.signalbox.backbone.local;

import io.signalbox.backbone.bus.BusHealth;
import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.bus.Delivery;
import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.MessageHandler;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Poison;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.message.DeadLetter;
import io.signalbox.model.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bus of a process that is a whole installation. A message is in its inboxes when {@link #send} returns, in the
 * order of the calls. The newest dead letters are kept for whoever looks.
 */
public final class LocalBus implements MessageBus {

    private static final Logger LOG = LoggerFactory.getLogger(LocalBus.class);
    private static final int MOST_DEAD_LETTERS = 1_000;

    private final BusListener listener;
    private final List<LocalInbox> inboxes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<DeadLetter> deadLetters = new LinkedBlockingQueue<>(MOST_DEAD_LETTERS);
    private volatile boolean closed;

    /** Makes a bus without inboxes. */
    public LocalBus(BusListener listener) {
        this.listener = listener;
    }

    @Override
    public void start() {
        // There is nothing to connect to.
    }

    @Override
    public CompletableFuture<List<Delivery>> send(List<Outgoing> messages) {
        long sentAt = System.nanoTime();
        List<Delivery> outcomes = messages.stream().map(this::deliver).toList();
        listener.published(messages.size(), Duration.ofNanos(System.nanoTime() - sentAt));
        return CompletableFuture.completedFuture(outcomes);
    }

    @Override
    public Subscription subscribe(Inbox inbox, MessageHandler handler) {
        LocalInbox opened = new LocalInbox(
                inbox,
                handler,
                (message, failure) -> {
                    LOG.error("Failed to handle a message in {}", inbox, failure);
                    keep(Poison.HANDLER_FAILED.letter(inbox, failure.toString(), message.toString()));
                },
                inboxes::remove);
        inboxes.add(opened);
        return opened.open();
    }

    @Override
    public BusHealth health() {
        return closed ? new BusHealth.Down("closed") : new BusHealth.Connected();
    }

    /** The newest dead letters, oldest first. */
    public List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    @Override
    public void close() {
        closed = true;
        new ArrayList<>(inboxes).forEach(LocalInbox::close);
    }

    private Delivery deliver(Outgoing outgoing) {
        if (closed) {
            return new Delivery.Unavailable("closed");
        }
        if (outgoing.message() instanceof DeadLetter letter) {
            keep(letter);
            return new Delivery.Delivered();
        }
        List<LocalInbox> accepting = inboxes.stream()
                .filter(it -> it.accepts(outgoing.to()))
                .limit(outgoing.to() instanceof Destination.LeaderHints ? 1 : Long.MAX_VALUE)
                .toList();
        return accepting.isEmpty() ? new Delivery.Unroutable() : offerTo(accepting, outgoing.message());
    }

    private static Delivery offerTo(List<LocalInbox> accepting, Message message) {
        boolean taken = true;
        for (LocalInbox inbox : accepting) {
            taken &= inbox.offer(message);
        }
        return taken ? new Delivery.Delivered() : new Delivery.Unavailable("the inbox is full");
    }

    private void keep(DeadLetter letter) {
        listener.deadLettered(letter.code());
        while (!deadLetters.offer(letter)) {
            deadLetters.poll();
        }
    }
}
