package io.signalbox.testkit.architecture.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * A type, or the package of a package-info.java, as its source says it.
 *
 * @param doc the text before any tag, empty where there is no Javadoc
 */
public record SourceType(
        String name,
        Tree.Kind kind,
        boolean visible,
        boolean topLevel,
        String doc,
        String annotations,
        List<SourceMethod> methods) {

    static List<SourceType> in(CompilationUnitTree unit, DocTrees trees) {
        var types = new ArrayList<SourceType>();
        new Scanner(unit, trees, types).scan(unit, null);
        return List.copyOf(types);
    }

    /** Whether this is the package of a package-info.java. */
    public boolean isPackage() {
        return kind == Tree.Kind.PACKAGE;
    }

    /** Whether this is a record. */
    public boolean isRecord() {
        return kind == Tree.Kind.RECORD;
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final List<SourceType> types;
        private boolean outerVisible = true;
        private int depth;

        Scanner(CompilationUnitTree unit, DocTrees trees, List<SourceType> types) {
            this.unit = unit;
            this.trees = trees;
            this.types = types;
        }

        @Override
        public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
            if (unit.getSourceFile().isNameCompatible("package-info", JavaFileObject.Kind.SOURCE)) {
                var annotations = String.valueOf(tree.getAnnotations());
                var name = String.valueOf(tree.getPackageName());
                types.add(new SourceType(name, tree.getKind(), true, true, doc(), annotations, List.of()));
            }
            return super.visitPackage(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            var outer = outerVisible;
            outerVisible &= tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
            types.add(of(tree));
            depth++;
            super.visitClass(tree, null);
            depth--;
            outerVisible = outer;
            return null;
        }

        private SourceType of(ClassTree tree) {
            var contract =
                    Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE).contains(tree.getKind());
            var methods = tree.getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(it -> SourceMethod.of((MethodTree) it, unit, trees, contract))
                    .toList();
            var annotations = String.valueOf(tree.getModifiers().getAnnotations());
            return new SourceType(
                    tree.getSimpleName().toString(),
                    tree.getKind(),
                    outerVisible,
                    depth == 0,
                    doc(),
                    annotations,
                    methods);
        }

        private String doc() {
            var comment = trees.getDocCommentTree(getCurrentPath());
            return comment == null ? "" : String.valueOf(comment.getFullBody());
        }
    }
}
