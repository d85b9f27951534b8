package io.signalbox.gateway.task.submit;

import java.util.concurrent.CompletableFuture;

/** Inserts tasks, many at once. The outcome comes when a majority of the store has the task in its journal. Nothing blocks the caller. */
@FunctionalInterface
public interface TaskInserts {

    /** Inserts {@code task}; cancelling the future drops an insert that was not sent yet (C26). */
    CompletableFuture<Outcome> insert(NewTask task);

    /** What became of an insert. */
    sealed interface Outcome {
        /** It is stored. */
        record Inserted() implements Outcome {}

        /** A task with this id was there already. */
        record Duplicate() implements Outcome {}

        /** It may be stored or not (C23). */
        record Unknown() implements Outcome {}

        /** The store is away; nothing was stored. */
        record Away() implements Outcome {}

        /** More inserts wait than may; nothing was stored. */
        record Overloaded() implements Outcome {}

        /**
         * The store does not take this document.
         *
         * @param detail for the log
         */
        record Rejected(String detail) implements Outcome {}
    }
}
