package io.signalbox.testkit.architecture;

import static io.signalbox.testkit.architecture.Planted.doing;
import static io.signalbox.testkit.architecture.Planted.source;

import java.util.List;
import java.util.Map;

class CoreRulesTest implements PlantedFaultsContract {

    @Override
    public List<Rule> rules() {
        return CoreRules.all();
    }

    @Override
    public Map<String, List<Planted>> faults() {
        return Map.of(
                "the core uses values only",
                List.of(
                        doing("core", "return System.nanoTime();").found("nanoTime"),
                        doing("core", "return java.util.UUID.randomUUID();").found("randomUUID"),
                        doing("core", "return java.time.Instant.now();").found("Instant.now"),
                        holding("org.slf4j.Logger").found("org.slf4j.Logger"),
                        holding("java.lang.System.Logger").found("System$Logger"),
                        holding("java.time.InstantSource").found("InstantSource"),
                        holding("java.util.concurrent.locks.Lock").found("Lock"),
                        holding("java.lang.Thread").found("java.lang.Thread"),
                        holding("java.nio.file.Path").found("java.nio.file.Path"),
                        holding("java.util.Random").found("java.util.Random"),
                        source("package planted.core; @org.springframework.stereotype.Component class A {}")
                                .found("Component"),
                        source("package planted.core; class A { planted.loop.B b; }")
                                .and("package planted.loop; public class B {}")
                                .found("planted.loop.B"),
                        source(SOUND).and("package planted.core.task; public enum Kind { A, B }")));
    }

    private static final String SOUND = """
            package planted.core;
            import java.time.*;
            import java.util.*;
            import planted.core.task.Kind;
            sealed interface Result {
                record Done(Instant at, Map<String, Duration> took) implements Result {}
                record Failed(String[] why, OptionalInt code) implements Result {}
                static String text(Result it, Kind kind) {
                    return switch (it) {
                        case Done done -> done.took().entrySet().stream().map(Object::toString).toList() + "" + kind.ordinal();
                        case Failed(var why, var code) -> String.join(" ", why) + code + switch (kind) { case A -> 1; case B -> 2; };
                    };
                }
            }
            """;

    private static Planted holding(String type) {
        return source("package planted.core; class A { %s it; }".formatted(type));
    }
}
