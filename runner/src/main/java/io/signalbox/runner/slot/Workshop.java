package io.signalbox.runner.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.journal.OpenAttempt;
import java.util.function.Consumer;

/** Runs attempts for the slots. */
public interface Workshop {
    /** Begins an attempt, which is in the journal already; the sync that brought it was sent at {@code sent}. Returns at once; {@code ended} is called once, on another thread. */
    Work begin(JobPayload job, Moment sent, Consumer<FinishedAttempt> ended);

    /** Ends what an earlier run left of an attempt. Returns at once; {@code ended} is called once, when its log may go with its end. */
    Work recover(OpenAttempt left, Consumer<FinishedAttempt> ended);

    /** The relay has everything: removes what is kept of it. */
    void forget(AttemptId attempt);
}
