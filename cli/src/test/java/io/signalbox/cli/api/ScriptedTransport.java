package io.signalbox.cli.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers calls in the order of a script, whose last outcome stands for all that follow. */
final class ScriptedTransport implements Transport {
    final List<Call> calls = new ArrayList<>();
    private final Deque<Outcome> script = new ArrayDeque<>();

    ScriptedTransport(Outcome... outcomes) {
        script.addAll(List.of(outcomes));
    }

    static Outcome answer(int status, String body) {
        return new Outcome.Answered(status, body.replace('\'', '"'), Optional.empty(), Optional.empty());
    }

    static Outcome later(int status, String body, Duration retryAfter) {
        return new Outcome.Answered(status, body.replace('\'', '"'), Optional.of(retryAfter), Optional.empty());
    }

    @Override
    public Outcome send(Call call) {
        calls.add(call);
        return script.size() > 1 ? script.removeFirst() : script.getFirst();
    }
}
