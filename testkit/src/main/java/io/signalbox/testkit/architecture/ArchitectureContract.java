package io.signalbox.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every rule over a module. A module takes part by an empty class {@code ArchitectureTest} in its root package that
 * implements this interface; the folder is the one that the build runs its tests in.
 */
public interface ArchitectureContract {

    /** The module that the rules are run over: the one of the test. */
    default Codebase codebase() {
        return Codebase.at(Path.of("").toAbsolutePath(), getClass().getPackageName());
    }

    /** One test for each rule. */
    @TestFactory
    default Stream<DynamicTest> architecture() {
        var code = codebase();
        assertThat(code.allSources()).as("sources of " + code.root()).isNotEmpty();
        return rules().stream()
                .map(rule -> dynamicTest(
                        rule.statement(),
                        () -> assertThat(rule.violations(code))
                                .as(rule.statement())
                                .isEmpty()));
    }

    /** All rules. */
    static List<Rule> rules() {
        return Stream.of(
                        PackageRules.all(),
                        SurroundingsRules.all(),
                        CoreRules.all(),
                        WiringRules.all(),
                        SourceRules.all(),
                        TestRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
