package io.signalbox.cli.doctor;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.fleet.FindRunner;
import io.signalbox.cli.fleet.RunnerRows;
import io.signalbox.cli.output.Words;
import io.signalbox.cli.task.follow.WaitReason;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether work goes on: runners that take tasks, a scheduler that answers, tasks that wait and why. */
final class Work {
    private static final int EXPLAINED = 3;
    private static final int MOST = 500;

    private final Api api;
    private final InstantSource clock;

    Work(Api api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    List<Finding> findings() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        try {
            findings.add(runners());
            findings.addAll(waiting());
        } catch (Failure e) {
            findings.add(Finding.wrong("gateway", e.line()));
        }
        return findings;
    }

    private Finding runners() throws InterruptedException {
        List<Doc> all = FindRunner.all(api, Call.get("runners")).stream()
                .filter(runner -> runner.text("disconnectedAt").isEmpty())
                .toList();
        List<Doc> idle =
                all.stream().filter(runner -> !RunnerRows.takesTasks(runner)).toList();
        String names = idle.stream()
                .map(runner -> runner.text("name"))
                .limit(EXPLAINED)
                .collect(Collectors.joining(", "));
        if (all.isEmpty()) {
            return Finding.wrong("runners", "there are none: `bin/runner start` starts one with a registration token");
        }
        if (idle.size() == all.size()) {
            return Finding.wrong("runners", "none of " + all.size() + " takes tasks: `signalbox runners` says why");
        }
        return idle.isEmpty()
                ? Finding.ok("runners", Words.count(all.size(), "runner") + ", all take tasks")
                : Finding.look("runners", idle.size() + " of " + all.size() + " take no tasks: " + names);
    }

    private List<Finding> waiting() throws InterruptedException {
        List<Doc> waiting = api.send(Call.get("tasks").with("state", "queued").with("limit", MOST))
                .doc()
                .list("items");
        if (waiting.isEmpty()) {
            return List.of(Finding.ok("waiting", "no task waits"));
        }
        var findings = new ArrayList<Finding>();
        for (Doc task : waiting.reversed().subList(0, Math.min(EXPLAINED, waiting.size()))) {
            Doc explanation =
                    api.send(Call.get("tasks", task.text("id"), "explain")).doc();
            String why = WaitReason.of(explanation, clock.instant());
            String age = Words.since(task.instant("createdAt"), clock.instant());
            findings.add(Finding.look("waiting", task.text("id") + " for " + age + ", " + why));
        }
        return findings;
    }
}
