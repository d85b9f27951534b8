package io.signalbox.runner.job;

import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.model.task.AttemptResult;
import java.util.List;

/**
 * Commands after the commands. Each list ends at its own first failure and none changes the result.
 *
 * @param always first, whatever happened
 * @param onPass then, if the commands passed
 * @param onFail then, if they failed or took too long
 */
public record Epilogues(List<Directive> always, List<Directive> onPass, List<Directive> onFail) {
    public Epilogues {
        always = List.copyOf(always);
        onPass = List.copyOf(onPass);
        onFail = List.copyOf(onFail);
    }

    /** The lists that follow {@code result}, without empty ones: somebody who stopped a task does not ask for its failure to be handled. */
    public List<List<Directive>> after(AttemptResult result) {
        List<Directive> second = switch (result) {
            case PASSED -> onPass;
            case FAILED, TIMED_OUT -> onFail;
            case STOPPED, INTERRUPTED -> List.of();
        };
        return List.of(always, second).stream().filter(list -> !list.isEmpty()).toList();
    }
}
