package io.signalbox.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.signalbox.testkit.architecture.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module as the rules see it: what was compiled, and the sources that it was compiled from.
 *
 * @param root the package that all others of the module are below
 */
public record Codebase(
        String root,
        JavaClasses classes,
        JavaClasses testClasses,
        List<SourceFile> sources,
        List<SourceFile> testSources) {

    /** The compiled module in folder {@code module}. */
    public static Codebase at(Path module, String root) {
        return new Codebase(
                root,
                imported(module.resolve("target/classes")),
                imported(module.resolve("target/test-classes")),
                SourceFile.below(module.resolve("src/main/java")),
                SourceFile.below(module.resolve("src/test/java")));
    }

    Layer layerOf(JavaClass type) {
        return Layer.of(root, type.getPackageName());
    }

    boolean contains(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    Stream<SourceFile> allSources() {
        return Stream.concat(sources.stream(), testSources.stream());
    }

    private static JavaClasses imported(Path folder) {
        var importer = new ClassFileImporter();
        return Files.isDirectory(folder) ? importer.importPath(folder) : importer.importClasses(List.of());
    }
}
