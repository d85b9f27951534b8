package io.signalbox.faults.adapter.load;

import io.signalbox.faults.adapter.lines.HistoryFolder;
import io.signalbox.faults.core.history.Answer;
import io.signalbox.faults.core.history.Wish;
import io.signalbox.faults.core.plan.Submission;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who submit: each of a load at its time, whether or not anybody answers. What they are told is written down. */
public final class Users {
    private static final int COPIES = 3;
    private static final int PERSISTENCE = 60;
    private static final String TASKS = "/api/v1/tasks";

    private final Api api;
    private final TaskBody body;
    private final HistoryFolder history;

    Users(Api api, TaskBody body, HistoryFolder history) {
        this.api = api;
        this.body = body;
        this.history = history;
    }

    /** Blocks until everybody has done what they wanted, or has given up. */
    public void submit(List<Submission> load) {
        load.forEach(submission -> history.add(submission.plan()));
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            load.forEach(submission -> each.execute(() -> {
                Api.pause(submission.atMillis());
                follow(submission);
            }));
        }
    }

    private void follow(Submission submission) {
        switch (submission.manner()) {
            case ONCE -> send(submission, 0);
            case REPEATED -> repeat(submission);
            case INSISTENT -> insist(submission, false);
            case CANCELED -> send(submission, 0).ifPresent(this::cancel);
            case RETRIED -> send(submission, 0).ifPresent(task -> runAgain(submission, task));
        }
    }

    private void repeat(Submission submission) {
        try (ExecutorService copies = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<String>>> answers = Stream.iterate(0, copy -> copy + 1)
                    .limit(COPIES)
                    .map(copy -> CompletableFuture.supplyAsync(() -> send(submission, copy), copies))
                    .toList();
            insist(submission, answers.stream().map(CompletableFuture::join).anyMatch(Optional::isPresent));
        }
    }

    private void insist(Submission submission, boolean alreadyAccepted) {
        boolean accepted = alreadyAccepted;
        for (int i = 0; i < PERSISTENCE && !accepted; i++) {
            accepted = send(submission, i).isPresent();
            Api.pause(accepted ? 0 : 1000);
        }
    }

    private void cancel(String task) {
        Api.pause(1500);
        boolean answered = false;
        for (int i = 0; i < PERSISTENCE && !answered; i++) {
            int status = api.send(i, "POST", TASKS + "/" + task + "/cancel", "", Map.of())
                    .map(HttpResponse::statusCode)
                    .orElse(0);
            history.add(new Wish(task, status));
            answered = status >= 200 && status < 300;
            Api.pause(answered ? 0 : 500);
        }
    }

    private void runAgain(Submission submission, String task) {
        boolean ended = false;
        for (int i = 0; i < PERSISTENCE && !ended; i++) {
            Api.pause(1000);
            ended = api.send(i, "GET", TASKS + "/" + task, "", Map.of())
                    .filter(answer -> answer.statusCode() == 200)
                    .map(answer -> !Api.json(answer.body()).get("finishedAt").isNull())
                    .orElse(false);
        }
        if (ended) {
            record(submission, api.send(0, "POST", TASKS + "/" + task + "/retry", "", Map.of()));
        }
    }

    private Optional<String> send(Submission submission, int copy) {
        String key = submission.plan().key();
        Map<String, String> headers = key == null ? Map.of() : Map.of("Idempotency-Key", body.run() + "-" + key);
        int gateway = submission.plan().number() + copy;
        return record(submission, api.send(gateway, "POST", TASKS, body.of(submission), headers));
    }

    private Optional<String> record(Submission submission, Optional<HttpResponse<String>> response) {
        int status = response.map(HttpResponse::statusCode).orElse(0);
        @Nullable
        String task = status == 200 || status == 201
                ? Api.json(response.orElseThrow().body()).get("id").asString()
                : null;
        history.add(new Answer(submission.plan().number(), status, task));
        return Optional.ofNullable(task);
    }
}
