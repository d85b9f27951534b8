package io.signalbox.backbone.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.signalbox.backbone.bus.Inbox;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** An inbox whose connections the test breaks. */
class RabbitInboxTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void anExceptionThatNobodyExpectsEndsOneTryAndNotTheThread() throws InterruptedException {
        try (RabbitInbox inbox = new RabbitInbox(
                        new Inbox.Leader(), new CachingConnectionFactory(new Broken()), _ -> {}, _ -> {})
                .open()) {
            await().until(() -> tries.get() > 1);
            assertThat(inbox.isActive()).isFalse();
        }
    }

    private final class Broken extends ConnectionFactory {
        Broken() {
            setAutomaticRecoveryEnabled(false);
        }

        @Override
        public Connection newConnection(ExecutorService threads, String name) {
            tries.incrementAndGet();
            throw new IllegalStateException("a planted fault");
        }
    }
}
