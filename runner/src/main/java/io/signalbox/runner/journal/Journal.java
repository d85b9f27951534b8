package io.signalbox.runner.journal;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import java.util.List;

/** The list of open attempts on disk (C1, C2). Thread-safe. */
public interface Journal {
    /**
     * Enters an attempt; on disk when it returns, before the attempt's first process and before the first sync that names it.
     *
     * @throws java.io.UncheckedIOException it is not entered, now or after a restart
     */
    void began(OpenAttempt attempt);

    /**
     * Notes how it ended.
     *
     * @throws java.io.UncheckedIOException the journal cannot be written at present
     */
    void ended(AttemptId attempt, Outcome outcome);

    /** Strikes it out: the relay has its end. If the journal cannot be written, the next start tells that end once more. */
    void acknowledged(AttemptId attempt);

    /** Those that are open now, oldest first. */
    List<OpenAttempt> open();

    /** Their ids, as every sync names them. */
    default List<AttemptId> ids() {
        return open().stream().map(OpenAttempt::attempt).toList();
    }
}
