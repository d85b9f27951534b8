package io.signalbox.gateway.adapter.mongo.reading;

import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Versions of documents, by which a change finds that it was overtaken. What was stored before there were versions has version 0. */
public final class Versions {
    private Versions() {}

    /** The condition that a document has this version. */
    public static Bson is(String field, long version) {
        return version == 0
                ? Filters.or(Filters.eq(field, 0L), Filters.exists(field, false))
                : Filters.eq(field, version);
    }

    /** The version of a document. */
    public static long of(Document document, String field) {
        Number version = document.get(field, Number.class);
        return version == null ? 0 : version.longValue();
    }
}
