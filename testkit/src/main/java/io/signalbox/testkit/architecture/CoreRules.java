package io.signalbox.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What makes a core deterministic: it sees nothing but values. The list says what it may use; all the rest (frameworks,
 * I/O, threads, logging, clocks, randomness) is closed to it without being named.
 */
final class CoreRules {
    private static final Set<String> VALUES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.time",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations");
    private static final Set<String> CLOSED = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.lang.ScopedValue",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.System$Logger",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.Timer");
    private static final Set<String> HARMLESS = Set.of("arraycopy", "identityHashCode", "lineSeparator");

    private CoreRules() {}

    static List<Rule> all() {
        return List.of(new Rule("the core uses values only", CoreRules::impurities));
    }

    private static List<String> impurities(Codebase code) {
        return core(code)
                .flatMap(it -> Stream.concat(
                        it.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> isClosed(
                                        code, dependency.getTargetClass().getBaseComponentType()))
                                .map(Dependency::getDescription),
                        it.getAccessesFromSelf().stream()
                                .filter(access -> SurroundingsRules.fetches(access) || asksSystem(access))
                                .map(JavaAccess::getDescription)))
                .distinct()
                .toList();
    }

    private static Stream<JavaClass> core(Codebase code) {
        return code.classes().stream().filter(it -> code.layerOf(it) == Layer.CORE);
    }

    private static boolean isClosed(Codebase code, JavaClass target) {
        if (target.isPrimitive() || target.getPackageName().startsWith("io.signalbox.model")) {
            return false;
        }
        if (code.contains(target)) {
            return code.layerOf(target) != Layer.CORE;
        }
        return !VALUES.contains(target.getPackageName()) || CLOSED.contains(target.getName());
    }

    private static boolean asksSystem(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class) && !HARMLESS.contains(access.getName());
    }
}
