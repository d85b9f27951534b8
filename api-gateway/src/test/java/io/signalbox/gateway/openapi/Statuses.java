package io.signalbox.gateway.openapi;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What answers that are no problems have besides their body. */
final class Statuses {
    private Statuses() {}

    static String meaning(int status) {
        return switch (status) {
            case 200 -> "Done, or shown";
            case 201 -> "Made";
            case 202 -> "Stored; it will be done";
            case 204 -> "Done; there is nothing to show";
            case 206 -> "The range that was asked for";
            default -> throw new AssertionError("say in Statuses what " + status + " means");
        };
    }

    static ObjectNode headers(Operation operation, int status) {
        ObjectNode headers = Json.object();
        headers.set("X-Request-Id", Json.ref("headers/X-Request-Id"));
        for (String name : List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")) {
            headers.set(name, Json.ref("headers/" + name));
        }
        if (operation.described().revised()) {
            headers.set("ETag", Json.ref("headers/ETag"));
        }
        boolean makes = operation.answersAny(it -> it == 201);
        if (status == 201 || (makes && status == 200)) {
            headers.set("Location", Json.ref("headers/Location"));
        }
        if (makes && status == 200) {
            headers.set("Idempotent-Replayed", Json.ref("headers/Idempotent-Replayed"));
        }
        if (status == 206) {
            headers.set("Content-Range", Json.ref("headers/Content-Range"));
        }
        return headers;
    }
}
