package io.signalbox.scheduler.adapter.mongo;

import io.signalbox.model.task.TaskTerms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads terms. Those of many tasks differ only in when they were submitted: what is left of the text without that is parsed once, which is most
 * of what a take-over of a long queue has to do. Safe for use by many threads.
 */
final class TermsText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CREATED_AT = "\"createdAt\":\"";
    private static final int MOST_KNOWN = 2_000;

    private final Map<String, TaskTerms> known = new LinkedHashMap<>();

    /** The terms that the text says. */
    TaskTerms read(String text) {
        int from = text.indexOf(CREATED_AT);
        int to = from < 0 ? from : text.indexOf('"', from + CREATED_AT.length());
        if (to < 0) {
            return JSON.readValue(text, TaskTerms.class);
        }
        String rest = text.substring(0, from).concat(text.substring(to));
        TaskTerms alike = recall(rest);
        return alike == null
                ? learn(rest, JSON.readValue(text, TaskTerms.class))
                : at(alike, Instant.parse(text.substring(from + CREATED_AT.length(), to)));
    }

    private synchronized @Nullable TaskTerms recall(String rest) {
        return known.get(rest);
    }

    private synchronized TaskTerms learn(String rest, TaskTerms terms) {
        if (known.size() >= MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(rest, terms);
        return terms;
    }

    private static TaskTerms at(TaskTerms alike, Instant createdAt) {
        return new TaskTerms(
                alike.project(),
                alike.pool(),
                alike.tags(),
                alike.priority(),
                createdAt,
                alike.notBefore(),
                alike.queueTimeout(),
                alike.timeout(),
                alike.stopGrace(),
                alike.retry(),
                alike.onLost(),
                alike.concurrency(),
                alike.fallback());
    }
}
