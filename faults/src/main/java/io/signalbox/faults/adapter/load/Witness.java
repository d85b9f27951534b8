package io.signalbox.faults.adapter.load;

import io.signalbox.faults.adapter.lines.HistoryFolder;
import io.signalbox.faults.core.history.ShownTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Who looks at the tasks of a run from outside, while it goes on and afterwards, and writes down what is shown. */
public final class Witness {
    private static final String TASKS = "/api/v1/tasks";
    private static final int SEALED_WITHIN_SECONDS = 30;
    private static final int LOOKS_AT_ONCE = 8;

    private final Api api;
    private final String run;
    private final HistoryFolder history;
    private final Set<String> ended = new HashSet<>();

    Witness(Api api, String run, HistoryFolder history) {
        this.api = api;
        this.run = run;
        this.history = history;
    }

    /** Writes down which tasks have ended since the last look; whether all have. */
    public boolean look() {
        List<JsonNode> tasks = list();
        tasks.stream()
                .map(task -> Shown.task(task, List.of()))
                .filter(task -> task.ended() && ended.add(task.id()))
                .forEach(history::add);
        return ended.size() == tasks.size();
    }

    /** Writes down the logs of all attempts, and then each task as it is in the end. */
    public void collect() {
        each(task -> Shown.task(task, List.of()).attempts().forEach(attempt -> log(path(task), attempt)));
        each(task -> {
            List<JsonNode> timeline = api.get(path(task) + "/timeline")
                    .map(page -> Shown.items(page, "items"))
                    .orElse(List.of());
            api.get(path(task)).ifPresent(now -> history.add(Shown.task(now, timeline)));
        });
    }

    private void each(Consumer<JsonNode> look) {
        try (ExecutorService some =
                Executors.newFixedThreadPool(LOOKS_AT_ONCE, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> looks = list().stream()
                    .map(task -> CompletableFuture.runAsync(() -> look.accept(task), some))
                    .toList();
            looks.forEach(CompletableFuture::join);
        }
    }

    private static String path(JsonNode task) {
        return TASKS + "/" + task.get("id").asString();
    }

    private void log(String path, ShownTask.Attempt attempt) {
        String of = "?attempt=" + attempt.number();
        Optional<JsonNode> proof = api.get(path + "/log/verify" + of);
        boolean reported = !attempt.state().equals("lost");
        for (int i = 0; reported && i < SEALED_WITHIN_SECONDS && !isSealed(proof); i++) {
            Api.pause(1000);
            proof = api.get(path + "/log/verify" + of);
        }
        Optional<String> output = api.read(path + "/log/raw" + of);
        if (proof.isPresent() && output.isPresent()) {
            history.add(Shown.log(attempt.id(), output.get(), proof.get()));
        }
    }

    private static boolean isSealed(Optional<JsonNode> proof) {
        return proof.filter(it -> it.get("sealed").asBoolean()).isPresent();
    }

    private List<JsonNode> list() {
        List<JsonNode> tasks = new ArrayList<>();
        String query = TASKS + "?limit=500&label=" + TaskBody.LABEL + "=" + run;
        Optional<JsonNode> page = api.get(query);
        while (page.isPresent()) {
            tasks.addAll(Shown.items(page.get(), "items"));
            JsonNode next = page.get().get("next");
            page = next == null || next.isNull() ? Optional.empty() : api.get(query + "&cursor=" + next.asString());
        }
        return tasks;
    }
}
