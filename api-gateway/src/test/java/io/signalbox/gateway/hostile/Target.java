package io.signalbox.gateway.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One thing that can be asked for.
 *
 * @param method of HTTP
 * @param path with its variables in braces
 * @param parameters names of those in the query
 * @param body one that would do, as JSON text
 */
record Target(String method, String path, List<String> parameters, Optional<String> body) {

    /** All that the document of the API tells of. */
    static List<Target> in(JsonNode document) {
        List<Target> targets = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> targets.add(
                                of(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return targets;
    }

    /** What agents ask for. */
    static List<Target> ofRelay() {
        String base = "/api/v1/self_hosted_agents";
        return List.of(
                new Target(
                        "POST",
                        base + "/register",
                        List.of(),
                        Optional.of(
                                "{\"name\":\"n\",\"version\":\"1\",\"pid\":1,\"hostname\":\"h\",\"os\":\"o\",\"arch\":\"a\",\"slots\":1,\"tags\":[\"t\"]}")),
                new Target(
                        "POST",
                        base + "/sync",
                        List.of(),
                        Optional.of(
                                "{\"state\":\"waiting-for-jobs\",\"job_id\":\"\",\"job_result\":\"\",\"interrupted_at\":0,\"slot\":1,\"sync\":1}")),
                new Target("POST", base + "/refresh", List.of(), Optional.of("{}")),
                new Target("POST", base + "/disconnect", List.of(), Optional.of("{}")),
                new Target("GET", base + "/jobs/{id}", List.of(), Optional.empty()),
                new Target(
                        "POST",
                        "/api/v1/logs/{id}",
                        List.of("start_from"),
                        Optional.of("{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"x\"}")));
    }

    private static Target of(String method, String path, JsonNode operation) {
        List<String> parameters = operation
                .get("parameters")
                .valueStream()
                .filter(it -> it.get("in").asString().equals("query"))
                .map(it -> it.get("name").asString())
                .toList();
        JsonNode examples = operation.at("/requestBody/content/application~1json/examples");
        Optional<String> body = examples.valueStream()
                .reduce((_, last) -> last)
                .map(it -> it.get("value").toString());
        return new Target(method, path, parameters, body);
    }

    boolean isOfRelay() {
        return path.startsWith("/api/v1/self_hosted_agents") || path.startsWith("/api/v1/logs");
    }
}
