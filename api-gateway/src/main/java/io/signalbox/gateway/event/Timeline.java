package io.signalbox.gateway.event;

import io.signalbox.gateway.relay.refusal.KeptRefusal;
import io.signalbox.gateway.task.StoredAttempt;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.model.id.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Puts together what happened to a task: its events in their order, and between them, by time, what was refused about its attempts.
 *
 * @param task whose
 */
record Timeline(StoredTask task) {
    private static final String REPORT_REFUSED = "report.refused";
    private static final String CALL_REFUSED = "call.refused";
    /** Whoever wrote down when it happened may have measured the time worse; an earlier task was a day before. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** All of it. Where an earlier task had the same id, and was purged, its events may still stand in the feed. */
    List<FeedEvent> of(List<FeedEvent> feed, List<KeptRefusal> calls) {
        Instant begin = task.times().createdAt().minus(CLOCKS_APART);
        List<FeedEvent> events =
                feed.stream().filter(event -> event.at().isAfter(begin)).toList();
        List<FeedEvent> refusals = Stream.concat(
                        task.attempts().stream().flatMap(this::reports),
                        calls.stream().map(this::call))
                .sorted(Comparator.comparing(FeedEvent::at).thenComparing(FeedEvent::id))
                .toList();
        List<FeedEvent> items = new ArrayList<>();
        int next = 0;
        for (FeedEvent event : events) {
            while (next < refusals.size() && refusals.get(next).at().isBefore(event.at())) {
                items.add(refusals.get(next++));
            }
            items.add(event);
        }
        items.addAll(refusals.subList(next, refusals.size()));
        return items;
    }

    /** Reports that came too late to count (C11). */
    private Stream<FeedEvent> reports(StoredAttempt attempt) {
        Instant end = attempt.finishedAt() == null ? task.times().createdAt() : attempt.finishedAt();
        return attempt.refused().stream().map(kind -> {
            Map<String, Object> data =
                    Map.of("attempt", attempt.id().value(), "number", attempt.number(), "kind", kind);
            return event(attempt.id() + ":" + kind + ":refused", REPORT_REFUSED, end, data);
        });
    }

    /** Calls that the relay refused, as one for each kind. */
    private FeedEvent call(KeptRefusal refusal) {
        String kind = refusal.refusal().tag();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("attempt", refusal.attempt().value());
        number(refusal.attempt()).ifPresent(number -> data.put("number", number));
        data.put("kind", kind);
        data.put("count", refusal.count());
        data.put("last", refusal.last());
        data.put("runner", refusal.runner().value());
        data.put("why", refusal.why());
        return event(refusal.attempt() + ":" + kind + ":call", CALL_REFUSED, refusal.first(), data);
    }

    private OptionalInt number(AttemptId attempt) {
        return task.attempts().stream()
                .filter(known -> known.id().equals(attempt))
                .mapToInt(StoredAttempt::number)
                .findFirst();
    }

    private FeedEvent event(String id, String type, Instant at, Map<String, Object> data) {
        return new FeedEvent(null, id, type, at, task.project(), task.id(), data);
    }
}
