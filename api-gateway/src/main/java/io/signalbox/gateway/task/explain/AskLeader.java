package io.signalbox.gateway.task.explain;

import io.signalbox.gateway.inbox.RelayCommandListener;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.SchedulerCommand.ExplainPlease;
import io.signalbox.model.task.Explanation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Asks the leading scheduler and waits for its answer, which comes into this gateway's inbox. Thread-safe. */
public final class AskLeader implements RelayCommandListener {
    private final RelayId relay;
    private final Consumer<ExplainPlease> ask;
    private final Duration patience;
    private final AtomicLong asked = new AtomicLong();
    private final Map<String, CompletableFuture<Explanation>> waiting = new ConcurrentHashMap<>();

    /**
     * Asks in the name of {@code relay}.
     *
     * @param relay into whose inbox the answer goes
     * @param ask hands the question to whoever publishes; must not block
     * @param patience how long an answer may take
     */
    public AskLeader(RelayId relay, Consumer<ExplainPlease> ask, Duration patience) {
        this.relay = relay;
        this.ask = ask;
        this.patience = patience;
    }

    /** The leader's explanation; empty when nobody answered in time. */
    Optional<Explanation> explain(TaskId task) throws InterruptedException {
        String request = Long.toString(asked.incrementAndGet());
        CompletableFuture<Explanation> answer = new CompletableFuture<>();
        waiting.put(request, answer);
        try {
            ask.accept(new ExplainPlease(relay, request, task));
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } finally {
            waiting.remove(request);
        }
    }

    @Override
    public void received(RelayCommand command) {
        if (command instanceof RelayCommand.Explained explained) {
            CompletableFuture<Explanation> answer = waiting.get(explained.requestId());
            if (answer != null) {
                answer.complete(explained.explanation());
            }
        }
    }
}
