package io.signalbox.testkit.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How packages are named, how many types they hold and which way they depend on each other. */
final class PackageRules {
    private static final int MOST_TYPES = 12;
    private static final Set<String> VAGUE = Set.of(
            "util", "utils", "common", "commons", "helper", "helpers", "impl", "dto", "service", "services", "misc");
    private static final Pattern VAGUE_TYPE = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Dto)");
    private static final Pattern PREFIXED_INTERFACE = Pattern.compile("I[A-Z][a-z].*");
    private static final Set<String> PROCESSES = Set.of("gateway", "scheduler", "runner", "cli");

    private PackageRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("dependencies point inwards: core <- features <- adapters <- config", PackageRules::direction),
                Rule.overClasses(
                        "packages have no cycles",
                        code -> slices().assignedFrom(new EachPackage(code))
                                .should()
                                .beFreeOfCycles()),
                new Rule("services never import each other", PackageRules::foreignServices),
                new Rule("packages are named after what they hold", PackageRules::vaguePackages),
                new Rule("types are named after their role", PackageRules::vagueTypes),
                new Rule("a package holds at most " + MOST_TYPES + " types", PackageRules::crowds));
    }

    private static List<String> direction(Codebase code) {
        return dependencies(code)
                .filter(it -> code.contains(it.getTargetClass()))
                .filter(it -> code.layerOf(it.getTargetClass()).compareTo(code.layerOf(it.getOriginClass())) > 0)
                .map(Dependency::getDescription)
                .toList();
    }

    private static List<String> foreignServices(Codebase code) {
        var own = processOf(code.root());
        return dependencies(code)
                .filter(it -> PROCESSES.contains(own))
                .filter(it -> {
                    var other = processOf(it.getTargetClass().getPackageName());
                    return PROCESSES.contains(other) && !other.equals(own);
                })
                .map(Dependency::getDescription)
                .toList();
    }

    private static String processOf(String packageName) {
        var parts = packageName.split("\\.", -1);
        return packageName.startsWith("io.signalbox.") ? parts[2] : "";
    }

    private static List<String> vaguePackages(Codebase code) {
        return topLevel(code)
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(it -> Stream.of(it.split("\\.", -1)).anyMatch(VAGUE::contains))
                .toList();
    }

    private static List<String> vagueTypes(Codebase code) {
        return code.classes().stream()
                .filter(it -> VAGUE_TYPE.matcher(it.getSimpleName()).matches()
                        || (it.isInterface()
                                && PREFIXED_INTERFACE
                                        .matcher(it.getSimpleName())
                                        .matches()))
                .map(JavaClass::getName)
                .toList();
    }

    private static List<String> crowds(Codebase code) {
        return topLevel(code).collect(groupingBy(JavaClass::getPackageName)).entrySet().stream()
                .filter(it -> it.getValue().size() > MOST_TYPES)
                .map(it ->
                        "%s holds %d types".formatted(it.getKey(), it.getValue().size()))
                .toList();
    }

    private static Stream<Dependency> dependencies(Codebase code) {
        return code.classes().stream().flatMap(it -> it.getDirectDependenciesFromSelf().stream());
    }

    private static Stream<JavaClass> topLevel(Codebase code) {
        return code.classes().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(it -> !it.getSimpleName().equals("package-info"));
    }

    private record EachPackage(Codebase code) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return code.contains(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + code.root();
        }
    }
}
