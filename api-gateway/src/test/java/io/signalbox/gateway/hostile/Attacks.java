package io.signalbox.gateway.hostile;

import io.signalbox.gateway.http.ApiClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes up hostile requests; the same seed makes the same ones. Not safe for use by several threads. */
final class Attacks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final String HERE = "@@here@@";
    private static final byte[] BOMB = Payloads.bomb();

    private final SplittableRandom random;
    private final List<String> strangers;

    /**
     * By this seed.
     *
     * @param strangers names and ids that are not the caller's
     */
    Attacks(long seed, List<String> strangers) {
        this.random = new SplittableRandom(seed);
        this.strangers = strangers;
    }

    /** What is tried. */
    enum Kind {
        TEXT_IN_ADDRESS,
        THING_OF_ANOTHER,
        PARAMETERS,
        FIELD_THAT_IS_NOT_THE_CALLERS,
        HEADERS,
        BODY
    }

    private static final List<Kind> KINDS = List.of(
            Kind.TEXT_IN_ADDRESS,
            Kind.THING_OF_ANOTHER,
            Kind.PARAMETERS,
            Kind.FIELD_THAT_IS_NOT_THE_CALLERS,
            Kind.HEADERS,
            Kind.BODY,
            Kind.BODY);

    /** What to try next. */
    Kind kind() {
        return pick(KINDS);
    }

    /** A request of this kind against {@code target}, which {@code client} is to send. */
    HttpRequest on(Target target, Kind kind, ApiClient client) {
        return switch (kind) {
            case TEXT_IN_ADDRESS -> request(client, target, address(target, text()), body(target));
            case THING_OF_ANOTHER -> request(client, target, address(target, stranger()), body(target));
            case PARAMETERS -> request(client, target, address(target, stranger()) + query(target), body(target));
            case FIELD_THAT_IS_NOT_THE_CALLERS ->
                request(client, target, address(target, stranger()), assigned(target));
            case HEADERS -> headers(client, target);
            case BODY -> request(client, target, address(target, stranger()), mutated(target));
        };
    }

    private String text() {
        return pick(Payloads.TEXTS);
    }

    private String stranger() {
        return pick(strangers);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String address(Target target, String value) {
        return VARIABLE.matcher(target.path()).replaceAll(_ -> Matcher.quoteReplacement(encoded(value)));
    }

    private String query(Target target) {
        List<String> names = new ArrayList<>(target.parameters());
        names.addAll(List.of("colour", "$where", "project[$ne]", "limit[$gt]"));
        StringBuilder query = new StringBuilder("?");
        for (int i = 0; i <= random.nextInt(3); i++) {
            String value = random.nextInt(4) == 0 ? stranger() : text();
            query.append(encoded(pick(names)))
                    .append('=')
                    .append(encoded(value))
                    .append('&');
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] body(Target target) {
        return bytes(target.body().orElse(""));
    }

    /** A body that would do, with a field more. */
    private byte[] assigned(Target target) {
        String body = target.body().orElse("{}");
        String more = pick(Payloads.ASSIGNED);
        return bytes(body.equals("{}") ? "{" + more + "}" : "{" + more + "," + body.substring(1));
    }

    /** A body that would do, in which something hostile stands in the place of a value. */
    private byte[] mutated(Target target) {
        if (random.nextInt(20) == 0) {
            return bytes(pick(Payloads.VALUES));
        }
        JsonNode body = JSON.readTree(target.body().orElse("{\"commands\":[\"true\"]}"));
        put(body);
        String value = random.nextBoolean() ? pick(Payloads.VALUES) : JSON.writeValueAsString(text());
        return bytes(body.toString().replace("\"" + HERE + "\"", value));
    }

    private void put(JsonNode node) {
        switch (node) {
            case ObjectNode object
            when !object.isEmpty() -> {
                String name = pick(List.copyOf(object.propertyNames()));
                if (isLeaf(object.get(name))) {
                    object.put(name, HERE);
                } else {
                    put(object.get(name));
                }
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                int index = random.nextInt(array.size());
                if (isLeaf(array.get(index))) {
                    array.set(index, HERE);
                } else {
                    put(array.get(index));
                }
            }
            case ObjectNode object -> object.put(HERE, HERE);
            case ArrayNode array -> array.add(HERE);
            default -> {}
        }
    }

    /** Sometimes a whole branch is the value. */
    private boolean isLeaf(JsonNode node) {
        return node.isValueNode() || node.isEmpty() || random.nextInt(3) == 0;
    }

    private HttpRequest request(ApiClient client, Target target, String address, byte[] body) {
        return start(client, target, address, body)
                .header("Content-Type", "application/json")
                .build();
    }

    private HttpRequest.Builder start(ApiClient client, Target target, String address, byte[] body) {
        HttpRequest.Builder request = client.request(address);
        if (target.isOfRelay()) {
            request.setHeader(
                    "Authorization", pick(List.of("Token ", "Bearer ")) + pick(List.of("sba_x", "sbr_x", "")));
        }
        return request.method(
                target.method(),
                target.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    private HttpRequest headers(ApiClient client, Target target) {
        HttpRequest.Builder request = start(client, target, address(target, stranger()), body(target));
        switch (random.nextInt(8)) {
            case 0 ->
                request.header(
                        "Content-Type",
                        pick(List.of(
                                "text/xml",
                                "application/json; charset=utf-7",
                                "x",
                                "*/*",
                                "multipart/form-data",
                                "application/x-www-form-urlencoded")));
            case 1 ->
                request.header("Accept", pick(List.of("text/html", "x", "application/xml;q=9", "image/*", "*/*;q=0")));
            case 2 ->
                request = start(client, target, address(target, stranger()), BOMB)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip");
            case 3 -> request.header("X-Large", "x".repeat(random.nextInt(1, 30) * 1_000));
            case 4 -> request.header("Range", printable()).header("Last-Event-ID", printable());
            case 5 -> request.header("Idempotency-Key", printable()).header("Content-Type", "application/json");
            case 6 -> request.setHeader("Authorization", printable());
            default ->
                request.header("X-Forwarded-For", "127.0.0.1")
                        .header("X-Original-URL", "/api/v1/audit")
                        .header("X-HTTP-Method-Override", "DELETE");
        }
        return request.build();
    }

    private String printable() {
        return text().replaceAll("[^ -~]", "?");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
