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
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
 * project's, and the memory they take is bounded. A gateway as it comes holds them back so far that somebody honest beside them is not slowed by more than {@value #MOST_SLOWED} times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
    private static final long SEED = 4711;
    private static final int OF_EACH_ATTACKER = 1_300;
    /** Requests by which the code is warm, and an attacker has no more of its burst. */
    private static final int WARM_UP = 250;

    private static final int TURNS = 20;
    private static final int OF_A_TURN = 50;
    private static final double MOST_SLOWED = 3;
    private static final long MOST_MEGABYTES = 64;
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
    /** Holds nobody back, so that ten thousand are soon judged. */
    private final RunningGateway gateway = RunningGateway.over(
            mongo.bindAndGetConnectionString(),
            Map.of("signalbox.rate.refused-per-second", 1_000_000, "signalbox.rate.refused-burst", 1_000_000));
    /** As it comes. */
    private final RunningGateway limited = gateway.second(Map.of());

    private final List<StandInLeader> leaders = Stream.of(gateway, limited)
            .map(it -> StandInLeader.usual(it.bean(MessageBus.class)))
            .toList();
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
        admin.post("/api/v1/tokens", "{\"name\":\"%s\",\"role\":\"admin\"}".formatted(CANARY))
                .is(201);
    }

    @AfterAll
    void close() {
        leaders.forEach(StandInLeader::close);
        limited.close();
        gateway.close();
        mongo.shutdownNow();
    }

    @Test
    void noneOfTenThousandHostileRequestsGetsAnywhere() throws Exception {
        List<Attacker> attackers = attackers(gateway);
        Burden burden = honest(gateway);
        while (leastSentBy(attackers) < OF_EACH_ATTACKER) {
            takeTurns(attackers, burden);
        }

        assertThat(findings).isEmpty();
        assertThat(burden.grown()).as("megabytes more in use").isLessThanOrEqualTo(MOST_MEGABYTES);
        assertForeignProjectIsAsItWas();
    }

    @Test
    void honestClientIsHardlySlowedBesideThem() throws Exception {
        List<Attacker> attackers = attackers(limited);
        Burden warmUp = honest(limited);
        while (leastSentBy(attackers) < WARM_UP) {
            takeTurns(attackers, warmUp);
        }
        Burden burden = honest(limited);
        for (int turn = 0; turn < TURNS; turn++) {
            takeTurns(attackers, burden);
        }

        assertThat(findings).isEmpty();
        assertThat(burden.slowdown()).as("how many times as long it waits").isLessThanOrEqualTo(MOST_SLOWED);
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
     * @param sent how many requests so far
     */
    private record Attacker(ApiClient client, Attacks attacks, boolean stranger, AtomicInteger sent) {}

    private List<Attacker> attackers(RunningGateway at) {
        String own = ",\"projects\":[\"own\"]";
        return List.of(
                stranger(1, at.client().with(token("owner", own))),
                stranger(2, at.client().with(token("owner", own))),
                stranger(3, at.client().with(token("owner", own))),
                stranger(4, at.client().with(token("operator", own))),
                stranger(5, at.client().with(token("viewer", own))),
                stranger(6, at.client().with("")),
                insider(7, at.client().with(token("admin", ""))),
                insider(8, at.client().with(token("admin", ""))));
    }

    private Attacker insider(int number, ApiClient client) {
        return new Attacker(
                client, new Attacks(SEED + number, List.of(ownTask, "own", "nothing")), false, new AtomicInteger());
    }

    private Attacker stranger(int number, ApiClient client) {
        return new Attacker(
                client,
                new Attacks(SEED + number, List.of(foreignTask, foreignTask, "foreign", "KEY", ownTask, "nothing")),
                true,
                new AtomicInteger());
    }

    /** Somebody who submits a task and looks at it. */
    private Burden honest(RunningGateway at) {
        ApiClient client = at.client().with(token("submitter", ",\"projects\":[\"honest\"]"));
        return new Burden(System::nanoTime, Burden::liveMegabytes, () -> {
            String task = client.post("/api/v1/tasks", "{\"project\":\"honest\",\"commands\":[\"true\"]}")
                    .is(201)
                    .header("Location");
            client.get(task).is(200);
        });
    }

    private static int leastSentBy(List<Attacker> attackers) {
        return attackers.stream().mapToInt(it -> it.sent().get()).min().orElseThrow();
    }

    /** The honest one alone, and then beside all of them at once. */
    private void takeTurns(List<Attacker> attackers, Burden honest) throws Exception {
        honest.alone(OF_A_TURN);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = attackers.stream()
                    .map(it -> threads.submit(() -> attack(it, over)))
                    .toList();
            try {
                honest.beside(OF_A_TURN);
            } finally {
                over.set(true);
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void attack(Attacker attacker, AtomicBoolean over) {
        while (!over.get()) {
            Target target = targets.get(attacker.sent().getAndIncrement() % targets.size());
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
        }
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

    /** A new token, and each has what may be asked to itself. */
    private String token(String role, String more) {
        String body = "{\"name\":\"one of many\",\"role\":\"%s\"%s}".formatted(role, more);
        return admin.post("/api/v1/tokens", body).is(201).json().at("/value").asString();
    }
}
