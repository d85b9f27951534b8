package io.signalbox.scheduler.loop.outside;

import io.signalbox.backbone.bus.MessageHandler;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.loop.batch.CommandQueue;
import io.signalbox.scheduler.loop.question.AnswerQuestions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands on what gateways tell the leader. Handing on is all: a message is a hint, and one that is lost between here and its commit is
 * found by the sweep. Never blocks.
 *
 * @param queue to the loop
 * @param reports reads the reports that a doorbell names
 * @param submitted hears of inserted tasks once the loop has them
 * @param questions answers
 */
public record HearCommands(
        CommandQueue queue, Consumer<ReportId> reports, Consumer<List<String>> submitted, AnswerQuestions questions)
        implements MessageHandler {

    @Override
    public void handle(Message message) {
        if (!(message instanceof SchedulerCommand command)) {
            throw new IllegalArgumentException(
                    "the leader does not take " + message.getClass().getSimpleName());
        }
        switch (command) {
            case SchedulerCommand.TaskSubmitted it -> {
                if (queue.offer(new Command.TasksSubmitted(it.tasks()))) {
                    submitted.accept(
                            it.tasks().stream().map(task -> task.task().value()).toList());
                }
            }
            case SchedulerCommand.SlotFree it -> queue.offer(new Command.SlotsFree(it.relay(), it.slots()));
            case SchedulerCommand.RunnerGone it -> queue.offer(new Command.RunnersGone(it.relay(), it.runners()));
            case SchedulerCommand.RelaySnapshot it -> queue.offer(new Command.RelayAnswered(it));
            case SchedulerCommand.ReportsReady it -> it.reports().forEach(reports);
            case SchedulerCommand.Question it -> {
                questions.ask(it);
                // Questions are answered between batches: an idle loop makes one at once.
                queue.offer(new Command.Tick());
            }
        }
    }
}
