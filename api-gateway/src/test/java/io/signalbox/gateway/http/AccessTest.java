package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Role by address by own or foreign project: the table, and whether the gateway keeps to it. */
class AccessTest {
    /** The least role for each address; with * only for who reaches all projects. */
    private static final Map<String, String> TABLE = table("""
            GET    /api/v1/me                                         viewer
            GET    /api/v1/tasks                                      viewer
            GET    /api/v1/tasks/{id}                                 viewer
            GET    /api/v1/tasks/{id}/timeline                        viewer
            GET    /api/v1/tasks/{id}/explain                         viewer
            GET    /api/v1/tasks/{task}/log                           viewer
            GET    /api/v1/tasks/{task}/log/raw                       viewer
            GET    /api/v1/tasks/{task}/log/stream                    viewer
            GET    /api/v1/tasks/{task}/log/verify                    viewer
            POST   /api/v1/tasks                                      submitter
            POST   /api/v1/tasks/batch                                submitter
            POST   /api/v1/tasks/preview                              submitter
            POST   /api/v1/tasks/{id}/cancel                          submitter
            POST   /api/v1/tasks/{id}/retry                           submitter
            PUT    /api/v1/folders                                    submitter
            PUT    /api/v1/pieces                                     submitter
            GET    /api/v1/events                                     viewer
            GET    /api/v1/runners                                    viewer
            GET    /api/v1/runners/{id}                               viewer
            GET    /api/v1/runners/{id}/health                        viewer
            POST   /api/v1/runners/{id}/pause                         operator*
            POST   /api/v1/runners/{id}/resume                        operator*
            POST   /api/v1/runners/{id}/drain                         operator*
            DELETE /api/v1/runners/{id}                               operator*
            GET    /api/v1/pools                                      viewer
            GET    /api/v1/pools/{pool}                               viewer
            GET    /api/v1/pools/{pool}/scaling                       viewer
            POST   /api/v1/pools                                      operator*
            PATCH  /api/v1/pools/{pool}                               operator*
            GET    /api/v1/pools/{pool}/registration-tokens           operator*
            POST   /api/v1/pools/{pool}/registration-tokens           operator*
            GET    /api/v1/pools/{pool}/registration-tokens/{id}      operator*
            DELETE /api/v1/pools/{pool}/registration-tokens/{id}      operator*
            POST   /api/v1/what-if                                    viewer*
            GET    /api/v1/projects                                   viewer
            GET    /api/v1/projects/{project}                         viewer
            POST   /api/v1/projects                                   admin
            PATCH  /api/v1/projects/{project}                         admin
            GET    /api/v1/secrets                                    operator
            PUT    /api/v1/secrets/{name}                             operator
            DELETE /api/v1/secrets/{name}                             operator
            GET    /api/v1/webhooks                                   operator
            POST   /api/v1/webhooks                                   operator
            GET    /api/v1/webhooks/{id}                              operator
            PATCH  /api/v1/webhooks/{id}                              operator
            DELETE /api/v1/webhooks/{id}                              operator
            POST   /api/v1/webhooks/{id}/test                         operator
            GET    /api/v1/webhooks/{id}/deliveries                   operator
            POST   /api/v1/webhooks/{id}/deliveries/{delivery}/repeat operator
            GET    /api/v1/keys                                       admin
            POST   /api/v1/keys/reseal                                admin
            GET    /api/v1/audit                                      admin
            GET    /api/v1/audit/verify                               admin
            GET    /api/v1/tokens                                     owner
            GET    /api/v1/tokens/{id}                                owner
            POST   /api/v1/tokens                                     owner
            POST   /api/v1/tokens/{id}/rotate                         owner
            DELETE /api/v1/tokens/{id}                                owner
            """);

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient admin = gateway.client();
    private final String own = "own-" + UUID.randomUUID();
    private final String foreign = "foreign-" + UUID.randomUUID();
    private final Map<Role, ApiClient> scoped = new EnumMap<>(Role.class);
    private final Map<Role, ApiClient> everywhere = new EnumMap<>(Role.class);

    @BeforeEach
    void giveTokens() {
        for (Role role : Role.values()) {
            everywhere.put(role, client(role, ""));
            if (role != Role.ADMIN) {
                scoped.put(role, client(role, ",\"projects\":[\"%s\"]".formatted(own)));
            }
        }
    }

    @Test
    void tableNamesEveryAddress() {
        assertThat(mapped()).isEqualTo(TABLE.keySet());
    }

    @Test
    void roleIsWhatTheTableSays() {
        TABLE.forEach((address, needed) -> {
            boolean shared = needed.endsWith("*");
            Role least = Role.of(needed.replace("*", ""));
            for (Role role : Role.values()) {
                isLetIn(of(everywhere, role), address, role.includes(least));
                if (role != Role.ADMIN) {
                    isLetIn(of(scoped, role), address, role.includes(least) && !shared);
                }
            }
        });
    }

    @Test
    void whatBelongsToAForeignProjectIsNotThere() {
        String task = submit(admin, foreign).is(201).json().at("/id").asString();
        String other = submit(admin, own).is(201).json().at("/id").asString();

        ApiClient owner = client(Role.OWNER, ",\"projects\":[\"%s\"]".formatted(own));
        TABLE.keySet().stream()
                .filter(address -> address.contains("/tasks/{"))
                .map(address -> address.replaceAll("\\{\\w+}", task))
                .forEach(address -> send(owner, address, "{}").isProblem(404, "not_found"));
        owner.get("/api/v1/tasks/" + other).is(200);
        owner.get("/api/v1/tasks/" + other + "/log").is(200);
        assertThat(ids(owner.get("/api/v1/tasks"))).containsExactly(other);
        assertThat(ids(owner.get("/api/v1/tasks?project=" + foreign))).isEmpty();
        assertThat(ids(admin.get("/api/v1/tasks?project=" + foreign))).containsExactly(task);
    }

    @Test
    void foreignProjectTakesNothingFromHere() {
        ApiClient owner = of(scoped, Role.OWNER);

        submit(owner, own).is(201);
        submit(owner, foreign).isProblem(403, "forbidden");
        submit(owner, "default").isProblem(403, "forbidden");
        owner.post("/api/v1/tasks/preview", spec(foreign)).isProblem(403, "forbidden");
        JsonNode batch = owner.post("/api/v1/tasks/batch", "{\"tasks\":[%s,%s]}".formatted(spec(own), spec(foreign)))
                .is(200)
                .json();
        assertThat(batch.at("/items/0/status").asInt()).isEqualTo(201);
        assertThat(batch.at("/items/1/problem/code").asString()).isEqualTo("forbidden");
        send(owner, "PUT /api/v1/folders?project=" + foreign, "{}").isProblem(403, "forbidden");
        send(owner, "PUT /api/v1/pieces?project=" + foreign, "{}").isProblem(403, "forbidden");
        owner.get("/api/v1/secrets?project=" + foreign).isProblem(403, "forbidden");
        owner.get("/api/v1/secrets").isProblem(403, "forbidden");
        owner.get("/api/v1/secrets?project=" + own).is(200);
    }

    @Test
    void projectsAreShownToWhoReachesThem() {
        admin.post("/api/v1/projects", "{\"name\":\"%s\"}".formatted(own)).is(201);
        admin.post("/api/v1/projects", "{\"name\":\"%s\"}".formatted(foreign)).is(201);
        ApiClient viewer = of(scoped, Role.VIEWER);

        assertThat(viewer.get("/api/v1/projects").json().at("/items").findValuesAsString("name"))
                .containsExactly(own);
        viewer.get("/api/v1/projects/" + own).is(200);
        viewer.get("/api/v1/projects/" + foreign).isProblem(404, "not_found");
    }

    private void isLetIn(ApiClient client, String address, boolean expected) {
        boolean names = address.contains("/secrets")
                || address.matches("PUT /api/v1/(folders|pieces)")
                || address.equals("GET /api/v1/tasks");
        String path = address.replaceAll("\\{\\w+}", "unknown") + (names ? "?project=" + own : "");
        Answer answer = send(
                client,
                path,
                address.matches("POST /api/v1/tasks(/preview)?") ? "{\"project\":\"%s\"}".formatted(own) : "{}");
        if (expected) {
            assertThat(answer.status()).as(address).isNotIn(401, 403).isLessThan(500);
        } else {
            answer.isProblem(403, "forbidden");
        }
    }

    private static ApiClient of(Map<Role, ApiClient> clients, Role role) {
        return Objects.requireNonNull(clients.get(role));
    }

    private static Answer send(ApiClient client, String address, String body) {
        String[] parts = address.split(" ", -1);
        return client.send(client.request(parts[1])
                .header("Content-Type", "application/json")
                .method(parts[0], parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private ApiClient client(Role role, String more) {
        String body = "{\"name\":\"a test\",\"role\":\"%s\"%s}".formatted(role.wire(), more);
        return admin.with(
                admin.post("/api/v1/tokens", body).is(201).json().at("/value").asString());
    }

    private static Answer submit(ApiClient client, String project) {
        return client.post("/api/v1/tasks", spec(project));
    }

    private static String spec(String project) {
        return "{\"project\":\"%s\",\"commands\":[\"true\"]}".formatted(project);
    }

    private static List<String> ids(Answer answer) {
        return answer.is(200).json().at("/items").findValuesAsString("id");
    }

    private Set<String> mapped() {
        return gateway.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> table(String text) {
        return text.lines()
                .map(line -> line.trim().split(" +", -1))
                .collect(Collectors.toMap(
                        parts -> parts[0] + " " + parts[1], parts -> parts[2], (one, _) -> one, TreeMap::new));
    }
}
