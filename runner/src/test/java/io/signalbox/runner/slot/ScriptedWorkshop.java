package io.signalbox.runner.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.job.StopCause;
import io.signalbox.runner.journal.OpenAttempt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A workshop in which attempts end when the test says so. */
final class ScriptedWorkshop implements Workshop {
    static final FinishedAttempt PASSED = new FinishedAttempt(AttemptResult.PASSED, 0, null, 2, 0, List.of("{}", "{}"));
    static final FinishedAttempt INTERRUPTED =
            new FinishedAttempt(AttemptResult.INTERRUPTED, null, null, 0, 0, List.of());

    private final MemoryJournal journal;
    final List<AttemptId> begun = new CopyOnWriteArrayList<>();
    final List<AttemptId> recovered = new CopyOnWriteArrayList<>();
    final List<StopCause> stops = new CopyOnWriteArrayList<>();
    final List<Moment> contacts = new CopyOnWriteArrayList<>();
    final List<AttemptId> forgotten = new CopyOnWriteArrayList<>();
    private volatile Consumer<FinishedAttempt> ended = finished -> {};

    ScriptedWorkshop(MemoryJournal journal) {
        this.journal = journal;
    }

    @Override
    public Work begin(JobPayload job, Moment sent, Consumer<FinishedAttempt> whenEnded) {
        assertThat(journal.ids()).contains(job.jobId());
        ended = whenEnded;
        begun.add(job.jobId());
        contacts.add(sent);
        return new Work() {
            @Override
            public void stop(StopCause cause) {
                stops.add(cause);
            }

            @Override
            public void renew(Moment contact) {
                contacts.add(contact);
            }
        };
    }

    void end() {
        ended.accept(PASSED);
    }

    @Override
    public Work recover(OpenAttempt left, Consumer<FinishedAttempt> whenEnded) {
        ended = whenEnded;
        recovered.add(left.attempt());
        return stops::add;
    }

    void endRecovered() {
        ended.accept(INTERRUPTED);
    }

    @Override
    public void forget(AttemptId attempt) {
        forgotten.add(attempt);
    }
}
