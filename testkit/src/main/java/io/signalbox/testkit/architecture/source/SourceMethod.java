package io.signalbox.testkit.architecture.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor as its source says it.
 *
 * @param parameters the types of its parameters, as written
 * @param lines how many lines stand between its braces
 * @param nesting how deep its statements are nested in others
 */
public record SourceMethod(
        String name, boolean visible, boolean overriding, List<String> parameters, int lines, int nesting) {
    private static final Set<Tree.Kind> CONTROL = Set.of(
            Tree.Kind.IF,
            Tree.Kind.FOR_LOOP,
            Tree.Kind.ENHANCED_FOR_LOOP,
            Tree.Kind.WHILE_LOOP,
            Tree.Kind.DO_WHILE_LOOP,
            Tree.Kind.SWITCH,
            Tree.Kind.SWITCH_EXPRESSION,
            Tree.Kind.TRY,
            Tree.Kind.SYNCHRONIZED);

    static SourceMethod of(MethodTree tree, CompilationUnitTree unit, DocTrees trees, boolean visibleByDefault) {
        var modifiers = tree.getModifiers();
        var flags = modifiers.getFlags();
        return new SourceMethod(
                tree.getName().toString(),
                flags.contains(Modifier.PUBLIC) || (visibleByDefault && !flags.contains(Modifier.PRIVATE)),
                modifiers.getAnnotations().toString().contains("@Override"),
                tree.getParameters().stream()
                        .map(VariableTree::getType)
                        .map(String::valueOf)
                        .toList(),
                linesOf(tree.getBody(), unit, trees),
                nestingOf(tree.getBody()));
    }

    /** Whether this is a constructor. */
    public boolean isConstructor() {
        return name.equals("<init>");
    }

    private static int linesOf(@Nullable BlockTree body, CompilationUnitTree unit, DocTrees trees) {
        if (body == null) {
            return 0;
        }
        var positions = trees.getSourcePositions();
        var map = unit.getLineMap();
        var first = map.getLineNumber(positions.getStartPosition(unit, body));
        var last = map.getLineNumber(positions.getEndPosition(unit, body));
        return (int) Math.max(0, last - first - 1);
    }

    private static int nestingOf(@Nullable BlockTree body) {
        var depth = new Depth();
        depth.scan(body, null);
        return depth.deepest;
    }

    /** Counts control structures in each other; {@code else if} continues its {@code if}. */
    private static final class Depth extends TreeScanner<@Nullable Void, @Nullable Void> {
        private int current;
        private int deepest;

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            if (tree == null || !CONTROL.contains(tree.getKind())) {
                return super.scan(tree, null);
            }
            deepest = Math.max(deepest, ++current);
            super.scan(tree, null);
            current--;
            return null;
        }

        @Override
        public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
            scan(List.of(tree.getCondition(), tree.getThenStatement()), null);
            return tree.getElseStatement() instanceof IfTree next
                    ? visitIf(next, null)
                    : scan(tree.getElseStatement(), null);
        }
    }
}
