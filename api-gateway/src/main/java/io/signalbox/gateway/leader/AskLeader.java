package io.signalbox.gateway.leader;

import io.signalbox.gateway.inbox.RelayCommandListener;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.RelayCommand.Answer;
import io.signalbox.model.message.SchedulerCommand.Question;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Asks the leading scheduler and waits for its answer, which comes into this gateway's inbox. Thread-safe. */
public final class AskLeader implements RelayCommandListener {
    private final RelayId relay;
    private final Consumer<Question> ask;
    private final Duration patience;
    private final AtomicLong asked = new AtomicLong();
    private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    /**
     * Asks in the name of {@code relay}.
     *
     * @param relay into whose inbox the answer goes
     * @param ask hands the question to whoever publishes; must not block
     * @param patience how long an answer may take
     */
    public AskLeader(RelayId relay, Consumer<Question> ask, Duration patience) {
        this.relay = relay;
        this.ask = ask;
        this.patience = patience;
    }

    /**
     * The leader's answer; ends with the problem {@code scheduler_unavailable} when nobody answered in time. Blocks.
     *
     * @param type which answer the question has
     * @param question made for the asker and the id that its answer carries
     */
    public <A extends Answer> A ask(Class<A> type, BiFunction<RelayId, String, Question> question)
            throws InterruptedException {
        String request = Long.toString(asked.incrementAndGet());
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(request, answer);
        try {
            ask.accept(question.apply(relay, request));
            return type.cast(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            throw Problem.of(ErrorCode.SCHEDULER_UNAVAILABLE, "No scheduler has answered; nothing is lost by that")
                    .toException();
        } finally {
            waiting.remove(request);
        }
    }

    @Override
    public void received(RelayCommand command) {
        if (command instanceof Answer answer) {
            CompletableFuture<Answer> asker = waiting.get(answer.requestId());
            if (asker != null) {
                asker.complete(answer);
            }
        }
    }
}
