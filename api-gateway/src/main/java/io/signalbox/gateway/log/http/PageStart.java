package io.signalbox.gateway.log.http;

import io.signalbox.gateway.log.LogTail;
import java.util.Optional;

/** Where a page begins. */
sealed interface PageStart {

    /** The index of its first event in a log that stands at {@code tail}. */
    long in(Optional<LogTail> tail);

    /**
     * At an index.
     *
     * @param index the first event's
     */
    record At(long index) implements PageStart {
        @Override
        public long in(Optional<LogTail> tail) {
            return index;
        }
    }

    /**
     * So many events before the end.
     *
     * @param events how many
     */
    record BeforeEnd(long events) implements PageStart {
        @Override
        public long in(Optional<LogTail> tail) {
            return Math.max(0, tail.map(LogTail::end).orElse(0L) - events);
        }
    }
}
