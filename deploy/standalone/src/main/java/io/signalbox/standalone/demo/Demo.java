package io.signalbox.standalone.demo;

import io.signalbox.standalone.demo.Answers.Explanation;
import io.signalbox.standalone.demo.Answers.Runners;
import io.signalbox.standalone.demo.Answers.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** The course of the demonstration. What did not go as it should is collected and told at the end. */
final class Demo {
    private final Api api;
    private final EventFeed feed;
    private final Screen screen;
    private final ResultTable results = new ResultTable();
    private final List<String> surprises = new ArrayList<>();

    Demo(Api api, Screen screen) {
        this.api = api;
        this.feed = new EventFeed(api);
        this.screen = screen;
    }

    void meetRunner() throws IOException, InterruptedException {
        var runners = feed.until(
                Runners.class,
                "runners",
                answer -> answer.items().stream()
                        .anyMatch(runner -> runner.state().equals("online")));
        runners.items()
                .forEach(runner -> screen.say("Runner '%s', a process of its own, has connected to it; its tags: %s"
                        .formatted(runner.name(), String.join(", ", runner.tags()))));
    }

    void perform(Exercise exercise) throws IOException, InterruptedException {
        run(exercise, screen.log());
    }

    /** The log of the talkative task is shown in part, and compared as a whole. */
    void performTalkative(Exercise exercise) throws IOException, InterruptedException {
        var task = run(exercise, new Excerpt(screen.log()));
        var expected = LongStream.rangeClosed(1, Exercises.LINES).boxed().map(String::valueOf);
        var received = api.getText("tasks/%s/log/raw".formatted(task.id())).lines();
        if (expected.toList().equals(received.toList())) {
            screen.say("All %d lines are there, in order.".formatted(Exercises.LINES));
        } else {
            surprises.add("the log of '%s' is not what the task wrote".formatted(exercise.name()));
        }
    }

    private Task run(Exercise exercise, LogView.Sink sink) throws IOException, InterruptedException {
        screen.title(exercise.name());
        screen.say(exercise.purpose());
        var id = api.post(Task.class, "tasks", exercise.spec()).id();
        new LogView(sink).follow(api, id);
        var ended = feed.until(Task.class, "tasks/" + id, Task::hasEnded);
        screen.say("It %s with exit code %s.".formatted(ended.state(), ended.exitCode()));
        if (!ended.state().equals(exercise.state()) || !Objects.equals(ended.exitCode(), exercise.exitCode())) {
            surprises.add("'%s' should have %s with exit code %d"
                    .formatted(exercise.name(), exercise.state(), exercise.exitCode()));
        }
        results.add(exercise.name(), ended);
        return ended;
    }

    /** A task that waits says why. */
    void performUnservable() throws IOException, InterruptedException {
        screen.title("needs a GPU");
        screen.say("A task that no runner can take: it waits, and says why. Then it is cancelled.");
        var id = api.post(Task.class, "tasks", Exercises.unservable()).id();
        var explanation = feed.until(
                Explanation.class,
                "tasks/%s/explain".formatted(id),
                answer -> !answer.causes().isEmpty());
        explanation.causes().forEach(cause -> screen.say("  It waits: " + cause.detail()));
        if (explanation.change() != null) {
            screen.say("  What would help: " + explanation.change());
        }
        if (explanation.causes().stream().noneMatch(cause -> cause.detail().contains(Exercises.MISSING_TAG))) {
            surprises.add("the reason why 'needs a GPU' waits does not name the tag");
        }
        api.post("tasks/%s/cancel".formatted(id));
        var ended = feed.until(Task.class, "tasks/" + id, Task::hasEnded);
        if (!ended.state().equals("canceled")) {
            surprises.add("'needs a GPU' should have been canceled");
        }
        results.add("needs a GPU", ended);
    }

    /** Shows the table; true when everything was as it should be. */
    boolean conclude() {
        screen.title("results");
        screen.table(results.lines());
        surprises.forEach(surprise -> screen.say("NOT AS EXPECTED: " + surprise));
        return surprises.isEmpty();
    }
}
