package io.signalbox.testkit.architecture;

import static io.signalbox.testkit.architecture.Planted.source;
import static io.signalbox.testkit.architecture.Planted.testSource;

import java.util.List;
import java.util.Map;

class SourceRulesTest implements PlantedFaultsContract {
    private static final String DEEP = "while (i < 9) { for (int j : new int[1]) { if (j < i) { %s } } }";

    @Override
    public List<Rule> rules() {
        return SourceRules.all();
    }

    @Override
    public Map<String, List<Planted>> faults() {
        return Map.of(
                "a file has at most 300 lines", List.of(lines(301).found("has 301 lines"), lines(300)),
                "a test file has at most 400 lines", testFiles(),
                "a method has at most 30 lines", methods(),
                "statements are nested at most 3 deep", nested(),
                "a constructor has at most 6 parameters", constructors(),
                "no public method takes a boolean", booleans(),
                "nothing is set after it was made", setters(),
                "a public type says in its Javadoc what it is for", undocumented(),
                "a package says in package-info.java what it is for", packages(),
                "a package is @NullMarked in its package-info.java", unmarked());
    }

    private static List<Planted> testFiles() {
        return List.of(testSource(text(401)).found("has 401 lines"), testSource(text(400)));
    }

    private static List<Planted> methods() {
        return List.of(
                method("\n".repeat(32)).found("A.act[]"),
                testSource("package planted; class A { void act() {%s} }".formatted("\n".repeat(32)))
                        .found("A.act[]"),
                method("\n".repeat(31)));
    }

    private static List<Planted> constructors() {
        return List.of(
                source("package planted; class A { A(int a, int b, int c, int d, int e, int f, int g) {} }")
                        .found("A.<init>"),
                source("package planted; class A { A(int a, int b, int c, int d, int e, int f) {} }"),
                source("package planted; record A(int a, int b, int c, int d, int e, int f, int g) { A {} }"));
    }

    private static List<Planted> setters() {
        return List.of(
                source("package planted; public class A { public void setIt(int it) {} }")
                        .found("A.setIt"),
                source("package planted; public class A { public void settle(int it) {} }"));
    }

    private static List<Planted> undocumented() {
        return List.of(
                source("package planted; public class A {}").found("A in"),
                source("package planted; @Deprecated public record A(int i) {}").found("A in"),
                source("package planted; /** Says it. */ @Deprecated public record A(int i) {}"),
                source("package planted; class A { public class B {} }"));
    }

    private static List<Planted> packages() {
        return List.of(
                source("/** Short. */ package planted;").found("planted"),
                source("/** This package says at some length what it is for. */ package planted;"));
    }

    private static List<Planted> unmarked() {
        return List.of(
                source("package planted; class A {}").found("planted"),
                source("package planted; class A {}").and("package planted;").found("planted"),
                source("package planted; class A {}").and("@org.jspecify.annotations.NullMarked package planted;"));
    }

    private static List<Planted> nested() {
        return List.of(
                method("int i = 0; " + DEEP.formatted("switch (i) { case 1: i++; }"))
                        .found("nested 4 deep"),
                method("int i = 0; " + DEEP.formatted("Runnable r = () -> { try { } finally { } };"))
                        .found("nested 4 deep"),
                method("int i = 0; " + DEEP.formatted("i++;")),
                method(
                        "int i = 0; if (i > 1) {} else if (i > 2) {} else if (i > 3) {} else if (i > 4) {} else { i++; }"));
    }

    private static List<Planted> booleans() {
        return List.of(
                source("package planted; public class A { public void act(int i, boolean fast) {} }")
                        .found("A.act"),
                source("package planted; public interface A { void act(boolean fast); }")
                        .found("A.act"),
                source("package planted; public class A { void act(boolean fast) {} }"),
                source("package planted; class A { public void act(boolean fast) {} }"),
                source("package planted; public record A(boolean fast) {}"));
    }

    private static Planted method(String body) {
        return source("package planted; class A { void act() {%s} }".formatted(body));
    }

    private static Planted lines(int count) {
        return source(text(count));
    }

    private static String text(int count) {
        return "package planted; class A {\n" + "// line\n".repeat(count - 2) + "}\n";
    }
}
