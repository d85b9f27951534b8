package io.signalbox.scheduler.adapter.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Values as the store keeps them. */
public final class Values {

    private static final Logger LOG = LoggerFactory.getLogger(Values.class);

    private Values() {}

    /** Finds at most so many documents after this id, in the order of their ids. */
    interface Pages {
        List<Document> next(@Nullable String after, int limit);
    }

    /** A page of what can be read; only the last one is not full. */
    static <T> List<T> page(@Nullable String after, int limit, Pages pages, Function<Document, T> reader) {
        List<T> page = new ArrayList<>();
        List<Document> found;
        @Nullable String last = after;
        int wanted;
        do {
            wanted = limit - page.size();
            found = pages.next(last, wanted);
            page.addAll(readable(found, reader));
            last = found.isEmpty() ? last : found.getLast().getString("_id");
        } while (found.size() == wanted && page.size() < limit);
        return page;
    }

    /** What can be read; a document that cannot stops nothing (C17), and is logged. */
    public static <T> List<T> readable(Iterable<Document> documents, Function<Document, T> reader) {
        List<T> read = new ArrayList<>();
        for (Document document : documents) {
            try {
                read.add(reader.apply(document));
            } catch (RuntimeException e) {
                LOG.error("Failed to read document {}: {}", document.get("_id"), e.toString());
            }
        }
        return read;
    }

    static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    public static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    public static long number(Document document, String field, long otherwise) {
        return document.containsKey(field) ? number(document, field) : otherwise;
    }

    /** Appends {@code value} where there is one. */
    static Document append(Document document, String field, @Nullable Object value) {
        return switch (value) {
            case null -> document;
            case Instant instant -> document.append(field, Date.from(instant));
            default -> document.append(field, value);
        };
    }
}
