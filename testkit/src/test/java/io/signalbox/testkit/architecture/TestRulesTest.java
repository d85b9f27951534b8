package io.signalbox.testkit.architecture;

import static io.signalbox.testkit.architecture.Planted.source;
import static io.signalbox.testkit.architecture.Planted.testSource;

import java.util.List;
import java.util.Map;

class TestRulesTest implements PlantedFaultsContract {
    private static final String TEST = "@org.junit.jupiter.api.Test void a() {}";
    private static final String CONTRACT =
            "package planted; public interface AContract { @org.junit.jupiter.api.Test default void a() {} }";

    @Override
    public List<Rule> rules() {
        return TestRules.all();
    }

    @Override
    public Map<String, List<Planted>> faults() {
        return Map.of(
                "every class with tests is picked up by a runner", pickedUp(),
                "every class named as a test has tests",
                        List.of(
                                testSource("package planted; class ATest { void a() {} }")
                                        .found("planted.ATest"),
                                testSource("package planted; class ATest implements AContract {}")
                                        .andTest(CONTRACT),
                                nested("@org.junit.jupiter.api.Nested", "ATest")),
                "no test is switched off: real parts are asked for by @RequiresInfra", switchedOff(),
                "tests over several processes are system tests",
                        List.of(
                                testSource("package planted; class ASystemIT {}")
                                        .found("ASystemIT"),
                                testSource("package planted; class AIT {}")
                                        .below("io.signalbox.systemtest")
                                        .found("AIT"),
                                testSource("package planted; class AIT {}"),
                                testSource("package planted; class ATest {}").below("io.signalbox.systemtest")));
    }

    private static List<Planted> pickedUp() {
        return List.of(
                testSource("package planted; class AChecks { %s }".formatted(TEST))
                        .found("planted.AChecks"),
                testSource("package planted; class Every implements AContract {}")
                        .andTest(CONTRACT)
                        .found("planted.Every"),
                testSource("package planted; abstract class ATest { %s }".formatted(TEST))
                        .found("planted.ATest"),
                source("package planted; class AChecks { %s }".formatted(TEST)).found("planted.AChecks"),
                testSource("package planted; class A { @org.junit.jupiter.api.TestFactory Object a() { return 1; } }")
                        .found("planted.A"),
                nested("", "ATest").found("planted.ATest$Inner"),
                nested("@org.junit.jupiter.api.Nested", "A").found("planted.A$Inner"),
                nested("@org.junit.jupiter.api.Nested", "ATest"),
                testSource("package planted; class AIT { %s }".formatted(TEST)),
                testSource("package planted; class ATest implements AContract {}")
                        .andTest(CONTRACT));
    }

    private static List<Planted> switchedOff() {
        return List.of(
                testSource("package planted; @org.junit.jupiter.api.Disabled class ATest { %s }".formatted(TEST))
                        .found("planted.ATest"),
                testSource(("package planted; class AIT {"
                                        + " @org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable(named = \"A\", matches = \".\")"
                                        + " %s }")
                                .formatted(TEST))
                        .found("planted.AIT.a"),
                testSource("package planted; class ATest { %s }".formatted(TEST)));
    }

    private static Planted nested(String annotation, String outer) {
        return testSource("package planted; class %s { %s class Inner { %s } }".formatted(outer, annotation, TEST));
    }
}
