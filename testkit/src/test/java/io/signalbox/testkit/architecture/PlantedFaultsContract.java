package io.signalbox.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Proves of each rule that it reports what breaks it and nothing else. */
interface PlantedFaultsContract {

    List<Rule> rules();

    /** By the rule's statement. */
    Map<String, List<Planted>> faults();

    @Test
    default void everyRuleHasAFault() {
        assertThat(rules())
                .allSatisfy(rule -> assertThat(faults().getOrDefault(rule.statement(), List.of()))
                        .as(rule.statement())
                        .anyMatch(it -> !it.found().isEmpty()));
        assertThat(faults().keySet())
                .isSubsetOf(rules().stream().map(Rule::statement).toList());
    }

    @TestFactory
    default Stream<DynamicTest> everyFaultIsReported(@TempDir Path folder) {
        return rules().stream().map(rule -> dynamicTest(rule.statement(), () -> report(rule, folder)));
    }

    private void report(Rule rule, Path folder) throws IOException {
        for (var fault : faults().getOrDefault(rule.statement(), List.of())) {
            fault.isReportedBy(rule, Files.createTempDirectory(folder, "module"));
        }
    }
}
