package io.signalbox.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.commons.annotation.Testable;

/** Every test is picked up: by its class's name, or as a contract that such a class implements. */
final class TestRules {
    private static final Pattern RUN = Pattern.compile(".*(Test|IT)");
    private static final List<Class<? extends Annotation>> SWITCHES =
            List.of(Disabled.class, EnabledIfEnvironmentVariable.class, EnabledIfSystemProperty.class, EnabledIf.class);
    private static final String SYSTEM_TESTS = "io.signalbox.systemtest";

    private TestRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("every class with tests is picked up by a runner", TestRules::neverRun),
                new Rule("every class named as a test has tests", TestRules::empty),
                new Rule("no test is switched off: real parts are asked for by @RequiresInfra", TestRules::switchedOff),
                new Rule("tests over several processes are system tests", TestRules::misplaced));
    }

    private static List<String> neverRun(Codebase code) {
        return Stream.concat(code.testClasses().stream(), code.classes().stream())
                .filter(it -> !it.isAnonymousClass() && !it.isLocalClass())
                .filter(TestRules::hasTests)
                .filter(it -> !isPickedUp(it))
                .map(it -> it.getName() + " is no *Test, *IT, *Contract or @Nested class in one of them")
                .toList();
    }

    private static boolean isPickedUp(JavaClass type) {
        if (type.isInterface() || type.getModifiers().contains(JavaModifier.ABSTRACT)) {
            return type.getSimpleName().endsWith("Contract");
        }
        return type.getEnclosingClass()
                .map(outer -> type.isAnnotatedWith(Nested.class) && isPickedUp(outer))
                .orElseGet(() -> RUN.matcher(type.getSimpleName()).matches());
    }

    private static List<String> empty(Codebase code) {
        return code.testClasses().stream()
                .filter(it ->
                        it.isTopLevelClass() && RUN.matcher(it.getSimpleName()).matches())
                .filter(it -> !hasTests(it) && code.testClasses().stream().noneMatch(inner -> isNestedTest(inner, it)))
                .map(it -> it.getName() + " has no test")
                .toList();
    }

    private static boolean isNestedTest(JavaClass inner, JavaClass outer) {
        return inner.getName().startsWith(outer.getName() + "$") && hasTests(inner);
    }

    private static List<String> switchedOff(Codebase code) {
        return code.testClasses().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.getMethods().stream()))
                .filter(it -> SWITCHES.stream().anyMatch(it::isAnnotatedWith))
                .map(it -> it.getDescription())
                .toList();
    }

    private static List<String> misplaced(Codebase code) {
        return code.testClasses().stream()
                .filter(it ->
                        it.getSimpleName().endsWith("SystemIT") != code.root().startsWith(SYSTEM_TESTS))
                .filter(it -> it.isTopLevelClass() && it.getSimpleName().endsWith("IT"))
                .map(JavaClass::getName)
                .toList();
    }

    private static boolean hasTests(JavaClass type) {
        return type.getAllMethods().stream().anyMatch(TestRules::isTest);
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class);
    }
}
