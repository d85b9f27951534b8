package io.signalbox.testkit.architecture;

import io.signalbox.testkit.architecture.source.SourceFile;
import io.signalbox.testkit.architecture.source.SourceMethod;
import io.signalbox.testkit.architecture.source.SourceType;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Size and shape, measured on the sources. */
final class SourceRules {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_TEST_FILE = 400;
    private static final int LONGEST_METHOD = 30;
    private static final int DEEPEST_NESTING = 3;
    private static final int MOST_PARAMETERS = 6;
    private static final int SHORTEST_PACKAGE_DOC = 40;
    private static final Pattern SETTER = Pattern.compile("set[A-Z].*");

    private SourceRules() {}

    static List<Rule> all() {
        return Stream.concat(sizes(), habits()).toList();
    }

    private static Stream<Rule> sizes() {
        return Stream.of(
                files("a file has at most " + LONGEST_FILE + " lines", Codebase::sources, LONGEST_FILE),
                files(
                        "a test file has at most " + LONGEST_TEST_FILE + " lines",
                        Codebase::testSources,
                        LONGEST_TEST_FILE),
                methods("a method has at most " + LONGEST_METHOD + " lines", (type, it) -> it.lines() > LONGEST_METHOD),
                methods(
                        "statements are nested at most " + DEEPEST_NESTING + " deep",
                        (type, it) -> it.nesting() > DEEPEST_NESTING),
                methods(
                        "a constructor has at most " + MOST_PARAMETERS + " parameters",
                        (type, it) -> it.isConstructor()
                                && !type.isRecord()
                                && it.parameters().size() > MOST_PARAMETERS));
    }

    private static Stream<Rule> habits() {
        return Stream.of(
                publicMethods(
                        "no public method takes a boolean",
                        it -> !it.isConstructor() && it.parameters().contains("boolean")),
                publicMethods(
                        "nothing is set after it was made",
                        it -> SETTER.matcher(it.name()).matches()),
                types(
                        "a public type says in its Javadoc what it is for",
                        it -> !it.isPackage()
                                && it.visible()
                                && it.topLevel()
                                && it.doc().isBlank()),
                types(
                        "a package says in package-info.java what it is for",
                        it -> it.isPackage() && it.doc().length() < SHORTEST_PACKAGE_DOC),
                new Rule("a package is @NullMarked in its package-info.java", SourceRules::unmarked));
    }

    private static Rule files(String statement, Function<Codebase, List<SourceFile>> which, int most) {
        return new Rule(
                statement,
                code -> which.apply(code).stream()
                        .filter(it -> it.lines() > most)
                        .map(it -> "%s has %d lines".formatted(it.path(), it.lines()))
                        .toList());
    }

    private static Rule types(String statement, Predicate<SourceType> wrong) {
        return new Rule(
                statement,
                code -> code.sources().stream()
                        .flatMap(
                                file -> file.types().stream().filter(wrong).map(it -> it.name() + " in " + file.path()))
                        .toList());
    }

    private static Rule methods(String statement, BiPredicate<SourceType, SourceMethod> wrong) {
        return new Rule(statement, code -> wrongMethods(code.allSources(), wrong));
    }

    private static Rule publicMethods(String statement, Predicate<SourceMethod> wrong) {
        return new Rule(
                statement,
                code -> wrongMethods(
                        code.sources().stream(),
                        (type, it) -> type.visible() && it.visible() && !it.overriding() && wrong.test(it)));
    }

    private static List<String> wrongMethods(Stream<SourceFile> files, BiPredicate<SourceType, SourceMethod> wrong) {
        return files.flatMap(file -> file.types().stream()
                        .flatMap(type -> type.methods().stream()
                                .filter(it -> wrong.test(type, it))
                                .map(it -> "%s.%s%s in %s: %d lines, nested %d deep"
                                        .formatted(
                                                type.name(),
                                                it.name(),
                                                it.parameters(),
                                                file.path(),
                                                it.lines(),
                                                it.nesting()))))
                .toList();
    }

    private static List<String> unmarked(Codebase code) {
        var folders = code.sources().stream()
                .collect(Collectors.groupingBy(it -> it.path().getParent()));
        return folders.entrySet().stream()
                .filter(it -> it.getValue().stream().noneMatch(SourceRules::marks))
                .map(it -> it.getKey())
                .map(Path::toString)
                .toList();
    }

    private static boolean marks(SourceFile file) {
        return file.name().equals("package-info.java")
                && file.types().stream()
                        .anyMatch(it -> it.isPackage() && it.annotations().contains("NullMarked"));
    }
}
