package io.signalbox.scheduler.loop;

import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.loop.batch.CommandQueue;
import io.signalbox.scheduler.loop.batch.TakeBatch;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.question.AnswerQuestions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of one term, in one thread: take over, then batch after batch until the term is over. Whatever it cannot explain ends the term:
 * a new one begins with a new memory.
 */
final class RunLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    private final Term term;
    private final TakeOver takeOver;
    private final CommandQueue queue;
    private final TakeBatch takeBatch;
    private final RunBatch batch;
    private final Answering answering;

    /**
     * How questions are answered between batches.
     *
     * @param core what is asked
     * @param time of the answer
     * @param questions that were asked
     */
    record Answering(SchedulerCore core, TellTime time, AnswerQuestions questions) {
        void answer() {
            questions.answer(core, time.now());
        }
    }

    RunLoop(Term term, TakeOver takeOver, CommandQueue queue, RunBatch batch, Answering answering) {
        this.term = term;
        this.takeOver = takeOver;
        this.queue = queue;
        this.takeBatch = new TakeBatch(queue, answering.time().nanoTime());
        this.batch = batch;
        this.answering = answering;
    }

    @Override
    public void run() {
        try {
            takeOver.run(this::runBatch);
            while (!term.isOver()) {
                runBatch(takeBatch.next());
                answering.answer();
            }
        } catch (RuntimeException e) {
            LOG.error("Failed to lead in epoch {}", term.epoch(), e);
            term.end();
        }
    }

    /** Runs a batch; what it brings up joins the next one. */
    private void runBatch(List<Command> commands) {
        batch.run(commands).forEach(queue::add);
    }
}
