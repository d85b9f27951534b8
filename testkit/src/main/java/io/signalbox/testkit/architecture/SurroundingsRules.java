package io.signalbox.testkit.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Clock, sleep, randomness, environment and the common pool are handed in; only the outer layers fetch them. */
final class SurroundingsRules {
    private static final Set<String> FETCHING = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.getenv",
            "java.time.InstantSource.system",
            "java.lang.Math.random",
            "java.util.Random.<init>",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ForkJoinPool.commonPool",
            "java.util.Collection.parallelStream",
            "java.util.stream.BaseStream.parallel");
    private static final Set<String> SLEEPING = Set.of(
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos");

    private SurroundingsRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "only adapters and config fetch time, randomness, environment and the common pool, or sleep",
                        SurroundingsRules::fetchedInside),
                new Rule(
                        "tests wait for a state and never sleep",
                        code -> accesses(code.testClasses(), it -> true, SurroundingsRules::sleeps)));
    }

    private static List<String> fetchedInside(Codebase code) {
        return accesses(code.classes(), it -> !code.layerOf(it).facesTheWorld(), it -> fetches(it) || sleeps(it));
    }

    static List<String> accesses(JavaClasses classes, Predicate<JavaClass> from, Predicate<JavaAccess<?>> which) {
        return classes.stream()
                .filter(from)
                .flatMap(it -> it.getAccessesFromSelf().stream())
                .filter(which)
                .map(JavaAccess::getDescription)
                .toList();
    }

    static boolean fetches(JavaAccess<?> access) {
        return names(access).anyMatch(FETCHING::contains)
                || isClockless(access)
                || startsOnCommonPool(access)
                || (access.getTargetOwner().isEquivalentTo(Clock.class)
                        && access.getName().startsWith("system"));
    }

    private static boolean sleeps(JavaAccess<?> access) {
        return names(access).anyMatch(SLEEPING::contains);
    }

    private static boolean isClockless(JavaAccess<?> access) {
        return access.getName().equals("now")
                && access.getTargetOwner().getPackageName().startsWith("java.time")
                && !takes(access, Clock.class);
    }

    private static boolean startsOnCommonPool(JavaAccess<?> access) {
        return access.getTargetOwner().getName().startsWith("java.util.concurrent.Completable")
                && access.getName().endsWith("Async")
                && !takes(access, Executor.class);
    }

    private static boolean takes(JavaAccess<?> access, Class<?> type) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(it -> it.isEquivalentTo(type));
    }

    /** The accessed member as the JDK's types name it: on the type that the code names, and on those above it. */
    private static Stream<String> names(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var self = Stream.of(owner.getName());
        var above = access.getName().equals("<init>")
                ? Stream.<String>empty()
                : Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                        .map(JavaClass::getName);
        return Stream.concat(self, above).map(it -> it + "." + access.getName());
    }
}
