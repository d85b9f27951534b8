package io.signalbox.cli.task.follow;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Outcome;
import io.signalbox.cli.api.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One task, whose story goes on by a step at each call; a part of the calls is lost on its way there or back. */
final class MemoryGateway implements Transport {
    private static final int PAGE = 3;

    final List<String> calls = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Runnable> story = new ArrayList<>();
    private final RandomGenerator chance;
    private final double losses;
    private String state = "queued";
    private Integer exitCode = 0;
    private int interruptAfter = Integer.MAX_VALUE;

    private static final class Attempt {
        private final List<ObjectNode> events = new ArrayList<>();
        private String state = "running";
        private boolean sealed;
    }

    /** Loses this share of all calls, as {@code chance} will have it. */
    MemoryGateway(RandomGenerator chance, double losses) {
        this.chance = chance;
        this.losses = losses;
    }

    /** An attempt begins. */
    MemoryGateway begin() {
        return then(() -> {
            state = "running";
            attempts.add(new Attempt());
        });
    }

    /** The newest attempt prints. */
    MemoryGateway print(byte[] bytes) {
        return then(() -> {
            List<ObjectNode> events = attempts.getLast().events;
            var text = new String(bytes, StandardCharsets.UTF_8);
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("index", events.size()).put("kind", "output");
            boolean valid = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
            events.add(
                    valid
                            ? event.put("output", text)
                            : event.put("output", text)
                                    .put("raw", Base64.getEncoder().encodeToString(bytes)));
        });
    }

    /** The newest attempt ends and its log is sealed, then its end is known. */
    MemoryGateway end(String attemptState, String taskState, int code) {
        then(() -> attempts.getLast().sealed = true);
        return then(() -> attempts.getLast().state = attemptState).state(taskState, code);
    }

    /** The newest attempt ends and its log stays open. */
    MemoryGateway lose() {
        return then(() -> attempts.getLast().state = "lost").state("lost", 0);
    }

    /** The task's state changes. */
    MemoryGateway state(String taskState, int code) {
        return then(() -> {
            state = taskState;
            exitCode = code;
        });
    }

    /** The follower is interrupted at its n-th call. */
    void interruptAt(int call) {
        interruptAfter = calls.size() + call;
    }

    private MemoryGateway then(Runnable step) {
        story.add(step);
        return this;
    }

    @Override
    public Outcome send(Call call) throws InterruptedException {
        calls.add(call.method() + " " + call.address());
        if (calls.size() == interruptAfter) {
            throw new InterruptedException();
        }
        if (!story.isEmpty()) {
            story.removeFirst().run();
        }
        if (chance.nextDouble() < losses) {
            return new Outcome.Broken("cut");
        }
        String path = call.path();
        ObjectNode answer = path.endsWith("/log") ? page(call) : path.endsWith("/explain") ? explanation() : task();
        return new Outcome.Answered(200, answer.toString(), Optional.empty(), Optional.empty());
    }

    private ObjectNode task() {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.put("id", "t1").put("state", state).put("exitCode", exitCode);
        var list = task.putArray("attempts");
        for (int i = 0; i < attempts.size(); i++) {
            list.addObject().put("number", i + 1).put("state", attempts.get(i).state);
        }
        return task;
    }

    private static ObjectNode explanation() {
        ObjectNode explanation = JsonNodeFactory.instance.objectNode();
        explanation.put("waiting", true).put("position", 2);
        explanation
                .putArray("causes")
                .addObject()
                .put("code", "tag_missing")
                .put("detail", "no runner has the tag 'gpu'");
        return explanation;
    }

    private ObjectNode page(Call call) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        var events = page.putArray("events");
        int number = (int) parameter(call, "attempt").orElse(attempts.size());
        if (number == 0) {
            return page.put("next", 0).put("complete", false);
        }
        Attempt attempt = attempts.get(number - 1);
        int from = (int) parameter(call, "from").orElse(0);
        int end = Math.min(attempt.events.size(), from + PAGE);
        attempt.events.subList(Math.min(from, end), end).forEach(events::add);
        return page.put("next", end).put("complete", attempt.sealed && end == attempt.events.size());
    }

    private static OptionalLong parameter(Call call, String name) {
        return call.query().stream()
                .filter(text -> text.startsWith(name + "="))
                .mapToLong(text -> Long.parseLong(text.substring(name.length() + 1)))
                .findFirst();
    }
}
