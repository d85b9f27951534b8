package io.signalbox.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to the API.
 *
 * @param method of HTTP
 * @param path below the address of the API, encoded
 * @param query parameters in order, encoded
 * @param body JSON; none if null
 * @param key the caller's name for this very submission (C24); none if null
 * @param patience how long the whole answer may take
 */
public record Call(
        String method,
        String path,
        List<String> query,
        @Nullable JsonNode body,
        @Nullable String key,
        Duration patience) {
    private static final String ROOT = "/api/v1";
    private static final Duration USUAL = Duration.ofSeconds(30);

    public Call {
        query = List.copyOf(query);
    }

    /** Reads what stands at the path of these segments. */
    public static Call get(String... segments) {
        return of("GET", segments);
    }

    /** Does something at the path of these segments. */
    public static Call post(String... segments) {
        return of("POST", segments);
    }

    /** Replaces what stands there. */
    public static Call put(String... segments) {
        return of("PUT", segments);
    }

    /** Changes a part of what stands there. */
    public static Call patch(String... segments) {
        return of("PATCH", segments);
    }

    /** Removes what stands there. */
    public static Call delete(String... segments) {
        return of("DELETE", segments);
    }

    private static Call of(String method, String... segments) {
        String path = Stream.of(segments).map(Call::encoded).collect(Collectors.joining("/", ROOT + "/", ""));
        return new Call(method, path, List.of(), null, null, USUAL);
    }

    /** With a parameter; nothing is added where {@code value} is null. */
    public Call with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new ArrayList<>(query);
        more.add(encoded(name) + "=" + encoded(value.toString()));
        return new Call(method, path, more, body, key, patience);
    }

    /** With a parameter that is repeated. */
    public Call withAll(String name, List<String> values) {
        Call call = this;
        for (String value : values) {
            call = call.with(name, value);
        }
        return call;
    }

    /** With a body. */
    public Call body(JsonNode json) {
        return new Call(method, path, query, json, key, patience);
    }

    /** Under an idempotency key. */
    public Call key(String name) {
        return new Call(method, path, query, body, name, patience);
    }

    /** The server may hold its answer for {@code hold}. */
    public Call held(Duration hold) {
        return new Call(method, path, query, body, key, USUAL.plus(hold)).with("wait", hold.toSeconds());
    }

    /** The whole answer may take so long. */
    public Call within(Duration time) {
        return new Call(method, path, query, body, key, time);
    }

    /** Path and query. */
    public String address() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** Whether a second one does no harm when nobody knows what became of the first. Decisions about runners and tasks can be repeated; what makes something needs a key. */
    boolean isRepeatable() {
        return !method.equals("POST") || key != null || body == null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
