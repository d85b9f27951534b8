package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a query wants its documents in the order of their {@code _id}, in which they lie anyway. */
enum IdOrder {
    NONE,
    ASCENDING,
    DESCENDING;

    static IdOrder of(@Nullable Document orderBy) {
        if (orderBy == null
                || !orderBy.keySet().equals(Set.of("_id"))
                || !(orderBy.get("_id") instanceof Number direction)) {
            return NONE;
        }
        return direction.intValue() < 0 ? DESCENDING : ASCENDING;
    }
}
