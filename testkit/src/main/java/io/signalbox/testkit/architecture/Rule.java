package io.signalbox.testkit.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * One rule over a module.
 *
 * @param statement what holds where the rule is kept
 * @param check gives one line for each place that breaks the rule
 */
public record Rule(String statement, Function<Codebase, List<String>> check) {

    /** The places in {@code code} that break this rule. */
    public List<String> violations(Codebase code) {
        return check.apply(code);
    }

    static Rule overClasses(String statement, Function<Codebase, ArchRule> rule) {
        return new Rule(
                statement,
                code -> rule.apply(code)
                        .allowEmptyShould(true)
                        .evaluate(code.classes())
                        .getFailureReport()
                        .getDetails());
    }
}
