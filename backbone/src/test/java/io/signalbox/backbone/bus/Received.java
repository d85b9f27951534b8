package io.signalbox.backbone.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.message.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A handler that remembers. */
public final class Received implements MessageHandler {

    private final List<Message> messages = new CopyOnWriteArrayList<>();

    @Override
    public void handle(Message message) {
        messages.add(message);
    }

    /** What came so far, in its order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Waits until {@code message} has come. */
    public void await(Message message) {
        Awaitility.await().untilAsserted(() -> assertThat(messages).contains(message));
    }
}
