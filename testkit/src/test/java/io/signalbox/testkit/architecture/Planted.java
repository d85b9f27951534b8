package io.signalbox.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A module of a few lines that is compiled when it is looked at, and where in it a rule must find its fault.
 *
 * @param found a part of each violation, in any order; none where the rule is kept
 */
record Planted(String root, List<String> sources, List<String> testSources, List<String> found) {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    /** One for all: it keeps the jars of the class path open. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
            .map(Path::of)
            .toList();
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    static Planted source(String source) {
        return new Planted("planted", List.of(source), List.of(), List.of());
    }

    static Planted testSource(String source) {
        return new Planted("planted", List.of(), List.of(source), List.of());
    }

    /** A class in package {@code name} of the module whose method does {@code statement}. */
    static Planted doing(String name, String statement) {
        return source(
                "package planted.%s; class Doer { Object act() throws Exception { %s } }".formatted(name, statement));
    }

    Planted and(String source) {
        return new Planted(root, added(sources, source), testSources, found);
    }

    Planted andTest(String source) {
        return new Planted(root, sources, added(testSources, source), found);
    }

    Planted below(String other) {
        return new Planted(other, sources, testSources, found);
    }

    Planted found(String... parts) {
        return new Planted(root, sources, testSources, List.of(parts));
    }

    void isReportedBy(Rule rule, Path folder) {
        write(folder.resolve("src/main/java"), sources);
        write(folder.resolve("src/test/java"), testSources);
        compile(folder.resolve("src/main/java"), folder.resolve("target/classes"), folder);
        compile(folder.resolve("src/test/java"), folder.resolve("target/test-classes"), folder);
        var violations = rule.violations(Codebase.at(folder, root));
        assertThat(violations)
                .as("%s in %s", rule.statement(), sources)
                .allMatch(it -> found.stream().anyMatch(it::contains));
        assertThat(found)
                .as("%s reports %s of %s", rule.statement(), violations, sources)
                .allMatch(part -> violations.stream().anyMatch(it -> it.contains(part)));
    }

    private static void write(Path folder, List<String> sources) {
        for (var source : sources) {
            try {
                var file = folder.resolve(group(PACKAGE, source, "").replace('.', '/'))
                        .resolve(group(TYPE, source, "package-info") + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void compile(Path from, Path to, Path module) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var paths = Files.walk(from)) {
            Files.createDirectories(to);
            var sources = paths.filter(it -> it.toString().endsWith(".java")).toList();
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(to));
            FILES.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Stream.concat(Stream.of(module.resolve("target/classes")), CLASS_PATH.stream())
                            .toList());
            var units = FILES.getJavaFileObjectsFromPaths(sources);
            var task = JAVAC.getTask(null, FILES, null, List.of("-proc:none", "-nowarn"), null, units);
            assertThat(task.call()).as("the planted module compiles").isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String group(Pattern pattern, String source, String otherwise) {
        var matcher = pattern.matcher(source);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static List<String> added(List<String> list, String one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return List.copyOf(all);
    }
}
