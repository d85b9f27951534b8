package io.signalbox.testkit.architecture;

import static io.signalbox.testkit.architecture.Planted.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PackageRulesTest implements PlantedFaultsContract {

    @Override
    public List<Rule> rules() {
        return PackageRules.all();
    }

    @Override
    public Map<String, List<Planted>> faults() {
        return Map.of(
                "dependencies point inwards: core <- features <- adapters <- config", directions(),
                "packages have no cycles", cycles(),
                "services never import each other", services(),
                "packages are named after what they hold", packageNames(),
                "types are named after their role", typeNames(),
                "a package holds at most 12 types", crowds());
    }

    private static List<Planted> directions() {
        return List.of(
                use("core", "task").found("planted.task.Used"),
                use("core.match", "adapter.mongo").found("planted.adapter.mongo.Used"),
                use("task", "adapter.mongo").found("planted.adapter.mongo.Used"),
                use("adapter.mongo", "config").found("planted.config.Used"),
                use("config", "adapter.mongo"),
                use("adapter.mongo", "core"),
                use("task", "core.match"));
    }

    private static Planted use(String user, String used) {
        return source("package planted.%s; public class Used {}".formatted(used))
                .and("package planted.%s; class User extends planted.%s.Used {}".formatted(user, used));
    }

    private static List<Planted> cycles() {
        return List.of(
                source("package planted.a; public class A { planted.b.B b; }")
                        .and("package planted.b; public class B { planted.a.A a; }")
                        .found("Cycle detected"),
                source("package planted; public class A { planted.b.B b; }")
                        .and("package planted.b; public class B { planted.A a; }")
                        .found("Cycle detected"),
                use("a", "b"));
    }

    private static List<Planted> services() {
        var match = "package io.signalbox.scheduler.core; public class Match {}";
        return List.of(
                source(match)
                        .and("package io.signalbox.gateway.task; class Peek { io.signalbox.scheduler.core.Match it; }")
                        .below("io.signalbox.gateway")
                        .found("io.signalbox.gateway.task.Peek"),
                source(match)
                        .and("package io.signalbox.standalone; class All { io.signalbox.scheduler.core.Match it; }")
                        .below("io.signalbox.standalone"));
    }

    private static List<Planted> packageNames() {
        return List.of(
                source("package planted.task.util; class A {}").found("planted.task.util"),
                source("package planted.impl.task; class A {}").found("planted.impl.task"),
                source("package planted.utility; class A {}"));
    }

    private static List<Planted> typeNames() {
        return List.of(
                source("package planted; class StoreImpl {}").found("StoreImpl"),
                source("package planted; class TaskManager {}").found("TaskManager"),
                source("package planted; class JsonHelper {}").found("JsonHelper"),
                source("package planted; interface IStore {}").found("IStore"),
                source("package planted; class Io {}").and("package planted; interface Id {}"));
    }

    private static List<Planted> crowds() {
        return List.of(types(13).found("planted holds 13 types"), types(12));
    }

    private static Planted types(int count) {
        var others =
                IntStream.range(1, count).mapToObj("class T%d {}"::formatted).collect(Collectors.joining());
        return source("package planted; class T { record Nested() {} } " + others)
                .and("/** Full. */ @Deprecated package planted;");
    }
}
