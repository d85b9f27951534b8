package io.signalbox.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.gateway.http.RunningGateway;
import io.signalbox.gateway.http.StandInLeader;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * More than ten thousand hostile requests, against every address of the client API and the relay: none fails here, none shows our insides, none shows or changes what is another
 * project's, and somebody honest is served beside them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
    private static final long SEED = 4711;
    private static final int OF_EACH_ATTACKER = 1_300;
    private static final long LARGE = 64 * 1024;
    private static final String CANARY = "canary-5d1f";
    private static final List<String> INSIDES = List.of(
            "io.signalbox",
            "java.lang",
            "java.util",
            "Exception",
            "\tat ",
            "org.springframework",
            "tools.jackson",
            "com.mongodb",
            "org.eclipse.jetty",
            "\u001b");

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final RunningGateway gateway = RunningGateway.over(mongo.bindAndGetConnectionString());
    private final StandInLeader leader = StandInLeader.usual(gateway.bean(MessageBus.class));
    private final ApiClient admin = gateway.client();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();

    private List<Target> targets = List.of();
    private String foreignTask = "";
    private String ownTask = "";

    @BeforeAll
    void furnish() {
        targets = Stream.concat(
                        Target.in(admin.get("/openapi.json").is(200).json()).stream(), Target.ofRelay().stream())
                .toList();
        admin.post("/api/v1/projects", "{\"name\":\"foreign\",\"weight\":7}").is(201);
        admin.send(admin.request("/api/v1/secrets/KEY?project=foreign")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"value\":\"%s\"}".formatted(CANARY)))
                        .build())
                .is(204);
        foreignTask = submit(
                "{'project':'foreign','name':'%1$s','commands':['echo %1$s'],'env':{'A':'%1$s'},'labels':{'l':'%1$s'}}"
                        .formatted(CANARY)
                        .replace('\'', '"'));
        ownTask = submit("{\"project\":\"own\",\"commands\":[\"true\"]}");
        gateway.bean(Store.class)
                .deciding(CollectionNames.TASKS)
                .updateOne(
                        new Document(TaskFields.ID, ownTask),
                        new Document("$set", new Document(TaskFields.STATE, "canceled")));
        token("admin", CANARY, "");
    }

    @AfterAll
    void close() {
        leader.close();
        gateway.close();
        mongo.shutdownNow();
    }

    @Test
    void noneOfTenThousandHostileRequestsGetsAnywhere() throws Exception {
        ApiClient honest = token("submitter", "honest", ",\"projects\":[\"honest\"]");
        int served = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = attackers().stream()
                    .map(it -> threads.submit(() -> attack(it)))
                    .toList();
            while (!running.stream().allMatch(Future::isDone)) {
                String task = honest.post("/api/v1/tasks", "{\"project\":\"honest\",\"commands\":[\"true\"]}")
                        .is(201)
                        .header("Location");
                honest.get(task).is(200);
                served += 2;
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(findings).isEmpty();
        assertThat(served)
                .as("requests of an honest client while each attacker sent %d", OF_EACH_ATTACKER)
                .isGreaterThanOrEqualTo(OF_EACH_ATTACKER / 3);
        assertForeignProjectIsAsItWas();
    }

    @ParameterizedTest
    @MethodSource("hardlyHttp")
    void whatIsHardlyHttpIsRefused(String head) throws IOException {
        try (SSLSocket socket = admin.socket()) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            byte[] first = new byte[16 * 1024];
            int length = Math.max(0, socket.getInputStream().read(first));
            String answer = new String(first, 0, length, StandardCharsets.UTF_8);

            assertThat(answer)
                    .doesNotStartWith("HTTP/1.1 2")
                    .doesNotStartWith("HTTP/1.1 5")
                    .doesNotContain(INSIDES);
        }
    }

    static List<String> hardlyHttp() {
        return Payloads.HARDLY_HTTP;
    }

    /**
     * Somebody who means harm.
     *
     * @param client with its token
     * @param attacks what it tries
     * @param stranger whether the canary is not for its eyes
     */
    private record Attacker(ApiClient client, Attacks attacks, boolean stranger) {}

    private List<Attacker> attackers() {
        String own = ",\"projects\":[\"own\"]";
        return List.of(
                stranger(1, token("owner", "attacker", own)),
                stranger(2, token("owner", "attacker", own)),
                stranger(3, token("owner", "attacker", own)),
                stranger(4, token("operator", "attacker", own)),
                stranger(5, token("viewer", "attacker", own)),
                stranger(6, gateway.client().with("")),
                new Attacker(gateway.client(), new Attacks(SEED + 7, List.of(ownTask, "own", "nothing")), false),
                new Attacker(gateway.client(), new Attacks(SEED + 8, List.of(ownTask, "own", "nothing")), false));
    }

    private Attacker stranger(int number, ApiClient client) {
        return new Attacker(
                client,
                new Attacks(SEED + number, List.of(foreignTask, foreignTask, "foreign", "KEY", ownTask, "nothing")),
                true);
    }

    private void attack(Attacker attacker) {
        IntStream.range(0, OF_EACH_ATTACKER)
                .mapToObj(i -> targets.get(i % targets.size()))
                .forEach(target -> {
                    Attacks.Kind kind = attacker.attacks().kind();
                    HttpRequest request = attacker.attacks().on(target, kind, attacker.client());
                    String what = "%s against %s %s: %s".formatted(kind, target.method(), target.path(), request.uri());
                    try {
                        judge(what, attacker, target, kind, attacker.client().send(request));
                    } catch (UncheckedIOException e) {
                        noteCut(what, kind, request, e);
                    } catch (RuntimeException | AssertionError e) {
                        findings.add(what + ": " + e);
                    }
                });
    }

    /** A connection may be cut for headers that go too far, and a request in the middle of a body that nobody would take. */
    private void noteCut(String what, Attacks.Kind kind, HttpRequest request, UncheckedIOException cause) {
        long length = request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L);
        if (kind != Attacks.Kind.HEADERS && length < LARGE) {
            findings.add(what + ": " + cause);
        }
    }

    private void judge(String what, Attacker attacker, Target target, Attacks.Kind kind, Answer answer) {
        String body = answer.response().body();
        if (answer.status() >= 500) {
            findings.add(what + " was answered " + answer.status() + ": " + body);
        }
        INSIDES.stream().filter(body::contains).forEach(it -> findings.add(what + " shows " + it + ": " + body));
        if (attacker.stranger() && (body + answer.response().headers()).contains(CANARY)) {
            findings.add(what + " shows what is another project's: " + body);
        }
        boolean taken = answer.status() < 300 && target.body().isPresent() && !target.isOfRelay();
        if (kind == Attacks.Kind.FIELD_THAT_IS_NOT_THE_CALLERS && taken) {
            findings.add(what + " was taken: " + body);
        }
    }

    private void assertForeignProjectIsAsItWas() {
        var tasks = admin.get("/api/v1/tasks?project=foreign").is(200).json().at("/items");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.at("/0/state").asString()).isEqualTo("queued");
        assertThat(tasks.at("/0/cancelRequestedAt").isNull()).isTrue();
        assertThat(admin.get("/api/v1/projects/foreign").json().at("/weight").asInt())
                .isEqualTo(7);
        assertThat(admin.get("/api/v1/secrets?project=foreign").json().at("/items"))
                .hasSize(1);
    }

    private String submit(String spec) {
        return admin.post("/api/v1/tasks", spec).is(201).json().at("/id").asString();
    }

    private ApiClient token(String role, String name, String more) {
        String body = "{\"name\":\"%s\",\"role\":\"%s\"%s}".formatted(name, role, more);
        String value =
                admin.post("/api/v1/tokens", body).is(201).json().at("/value").asString();
        return gateway.client().with(value);
    }
}
