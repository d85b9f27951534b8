package io.signalbox.testkit.architecture.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/**
 * A source file, parsed but not compiled: what bytecode no longer tells.
 *
 * @param lines how many it has
 * @param types the types it declares, nested ones included
 */
public record SourceFile(Path path, int lines, List<SourceType> types) {

    /** All source files below {@code folder}; none where there is no such folder. */
    public static List<SourceFile> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            var sources =
                    paths.filter(it -> it.toString().endsWith(".java")).sorted().toList();
            return sources.isEmpty() ? List.of() : parsed(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without its folders. */
    public String name() {
        return path.getFileName().toString();
    }

    private static List<SourceFile> parsed(List<Path> sources) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    javac.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            var units = task.parse();
            var trees = DocTrees.instance(task);
            return StreamSupport.stream(units.spliterator(), false)
                    .map(it -> of(it, trees))
                    .toList();
        }
    }

    private static SourceFile of(CompilationUnitTree unit, DocTrees trees) {
        try {
            var lines =
                    unit.getSourceFile().getCharContent(true).toString().lines().count();
            return new SourceFile(Path.of(unit.getSourceFile().toUri()), (int) lines, SourceType.in(unit, trees));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
