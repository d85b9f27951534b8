package io.signalbox.runner.job;

import io.signalbox.model.relay.JobPayload.Directive;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What whoever runs the machine lets happen around every task, as bash text for the task's own shell.
 *
 * @param environment first of all in each shell of the task
 * @param preJob before its commands; if it fails they do not run
 * @param postJob after its epilogues, whatever the result, which it does not change
 */
public record Hooks(Optional<String> environment, Optional<String> preJob, Optional<String> postJob) {
    /** None. */
    public static final Hooks NONE = new Hooks(Optional.empty(), Optional.empty(), Optional.empty());

    /** In every new shell. */
    public List<Directive> first() {
        return directive(environment, "Environment hook");
    }

    /** Before the commands. */
    public List<Directive> before() {
        return directive(preJob, "Pre-job hook");
    }

    /** After everything. */
    public List<Directive> after() {
        return directive(postJob, "Post-job hook");
    }

    /** Where they come from. */
    @FunctionalInterface
    public interface Source {
        /** As they are now. */
        Hooks read() throws IOException;
    }

    private static List<Directive> directive(Optional<String> text, String alias) {
        return text.map(bash -> new Directive(bash, alias)).stream().toList();
    }
}
