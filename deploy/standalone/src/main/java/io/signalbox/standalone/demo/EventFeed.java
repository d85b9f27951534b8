package io.signalbox.standalone.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for a change as clients should: by the event feed, which answers at once when something happens. */
final class EventFeed {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api api;
    private String cursor = "";

    EventFeed(Api api) {
        this.api = api;
    }

    /** Asks for {@code path} anew after each event, until the answer is the wanted one. */
    <T> T until(Class<T> type, String path, Predicate<T> wanted) throws IOException, InterruptedException {
        var start = System.nanoTime();
        while (true) {
            var answer = api.get(type, path);
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("waited for %s in vain; the last answer was %s".formatted(path, answer));
            }
            var page = api.get(Answers.EventPage.class, "events?wait=2" + cursor);
            cursor = page.next() == null ? cursor : "&after=" + page.next();
        }
    }
}
