package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.webhook.LocalReceiver;
import io.signalbox.gateway.adapter.webhook.LocalReceiver.Told;
import io.signalbox.model.store.CollectionNames;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** Webhooks from the API to a receiver on this machine. */
@TestInstance(Lifecycle.PER_CLASS)
class WebhookTest {
    private static final String WEBHOOKS = "/api/v1/webhooks";

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final RunningGateway gateway = RunningGateway.over(
            mongo.bindAndGetConnectionString(), Map.of("signalbox.webhooks.allowed-networks", "127.0.0.0/8"));
    private final ApiClient admin = gateway.client();
    private final AtomicLong events = new AtomicLong();

    @AfterAll
    void close() {
        gateway.close();
        mongo.shutdownNow();
    }

    @Test
    void eventsOfTheProjectAreToldSignedAndOnceEach() {
        try (LocalReceiver receiver = LocalReceiver.start()) {
            JsonNode hook = make(receiver, "told", "\"types\":[\"task.passed\"]");
            happened("told", "task.queued");
            happened("told", "task.passed");
            happened("elsewhere", "task.passed");
            await().atMost(Duration.ofSeconds(20)).until(() -> receiver.told().size() == 1);
            Told told = receiver.told().getFirst();
            assertThat(told.signature()).isEqualTo(signature(hook.at("/secret").asString(), told));
            JsonNode body = hook(hook).mapper().readTree(told.body());
            assertThat(body.at("/type").asString()).isEqualTo("task.passed");
            assertThat(body.at("/data/project").asString()).isEqualTo("told");
            assertThat(body.at("/data/sequence").asLong()).isPositive();
            JsonNode delivery = settled(hook);
            assertThat(delivery.at("/id").asString()).isEqualTo(told.id());
            assertThat(delivery.at("/state").asString()).isEqualTo("delivered");
            assertThat(delivery.at("/tries/0/status").asInt()).isEqualTo(204);
            assertThat(hook(hook).json().at("/deliveredAt").asString()).isNotBlank();
        }
    }

    @Test
    void receiverThatFailsIsTriedAgainUnderTheSameId() {
        try (LocalReceiver receiver = LocalReceiver.start().answering(500)) {
            JsonNode hook = make(receiver, "failing", "\"name\":\"fails\"");
            happened("failing", "task.passed");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !hook(hook).json().at("/failingSince").isNull());
            receiver.answering(204);
            await().atMost(Duration.ofSeconds(20)).until(() -> receiver.told().size() >= 2);
            assertThat(receiver.told())
                    .extracting(Told::id)
                    .containsOnly(receiver.told().getFirst().id());
            settled(hook);
            assertThat(hook(hook).json().at("/failingSince").isNull()).isTrue();
        }
    }

    @Test
    void testAndRepeatAreSent() {
        try (LocalReceiver receiver = LocalReceiver.start()) {
            JsonNode hook = make(receiver, "tested", "\"enabled\":true");
            String address = address(hook);
            String id = admin.post(address + "/test").is(202).json().at("/id").asString();
            await().atMost(Duration.ofSeconds(20)).until(() -> receiver.told().size() == 1);
            settled(hook);
            admin.post(address + "/deliveries/" + id + "/repeat").is(202);
            await().atMost(Duration.ofSeconds(20)).until(() -> receiver.told().size() == 2);
            assertThat(receiver.told()).extracting(Told::id).containsOnly(id);
            admin.post(address + "/deliveries/nothing/repeat").isProblem(404, "not_found");
        }
    }

    @Test
    void webhookThatIsSwitchedOffIsToldNothingUntilItIsOnAgain() {
        try (LocalReceiver receiver = LocalReceiver.start()) {
            JsonNode hook = make(receiver, "off", "\"enabled\":false");
            String address = address(hook);
            assertThat(hook.at("/switchedOff/cause").asString()).isEqualTo("by_hand");
            admin.post(address + "/test").isProblem(409, "webhook_off");
            happened("off", "task.lost");
            JsonNode on = admin.patch(address, "{\"enabled\":true}").is(200).json();
            assertThat(on.at("/switchedOff").isNull()).isTrue();
            happened("off", "task.passed");
            await().atMost(Duration.ofSeconds(20)).until(() -> !receiver.told().isEmpty());
            assertThat(receiver.told().getFirst().body()).contains("task.passed");
        }
    }

    @Test
    void editOfWhatSomebodyElseHasChangedIsRefused() {
        try (LocalReceiver receiver = LocalReceiver.start()) {
            JsonNode hook = make(receiver, "edited", "\"name\":\"first\"");
            String seen = admin.get(address(hook)).is(200).header("ETag");
            Answer changed = patch(hook, seen, "{\"name\":\"second\"}").is(200);
            assertThat(changed.header("ETag")).isNotEqualTo(seen);
            assertThat(changed.json().at("/url").asString())
                    .isEqualTo(hook.at("/url").asString());
            patch(hook, seen, "{\"name\":\"third\"}").isProblem(412, "precondition_failed");
            patch(hook, changed.header("ETag"), "{\"name\":\"third\"}").is(200);
            assertThat(hook(hook).json().at("/name").asString()).isEqualTo("third");
        }
    }

    @Test
    void secretIsShownOnceAndAWebhookThatIsRemovedIsGoneWithItsDeliveries() {
        try (LocalReceiver receiver = LocalReceiver.start()) {
            JsonNode hook = make(receiver, "removed", "\"name\":\"n\"");
            String secret = hook.at("/secret").asString();
            assertThat(secret).startsWith("whsec_");
            assertThat(hook(hook).response().body()).doesNotContain(secret, "secret");
            assertThat(admin.get(WEBHOOKS + "?project=removed").response().body())
                    .doesNotContain(secret);
            assertThat(gateway.bean(Store.class)
                            .deciding(CollectionNames.WEBHOOKS)
                            .find()
                            .map(Document::toJson))
                    .allSatisfy(json -> assertThat(json).doesNotContain(secret.substring(6)));
            admin.delete(address(hook)).is(204);
            admin.get(address(hook)).isProblem(404, "not_found");
            admin.get(address(hook) + "/deliveries").isProblem(404, "not_found");
        }
    }

    @Test
    void webhookOfAForeignProjectIsNotThere() {
        try (LocalReceiver receiver = LocalReceiver.start()) {
            JsonNode hook = make(receiver, "foreign", "\"name\":\"n\"");
            ApiClient operator = admin.with(
                    admin.post("/api/v1/tokens", "{\"name\":\"t\",\"role\":\"operator\",\"projects\":[\"mine\"]}")
                            .is(201)
                            .json()
                            .at("/value")
                            .asString());
            operator.get(address(hook)).isProblem(404, "not_found");
            operator.delete(address(hook)).isProblem(404, "not_found");
            operator.post(address(hook) + "/test").isProblem(404, "not_found");
            operator.post(WEBHOOKS, "{\"project\":\"foreign\",\"url\":\"https://example.com/\"}")
                    .isProblem(403, "forbidden");
            assertThat(operator.get(WEBHOOKS).is(200).json().at("/items").size())
                    .isZero();
        }
    }

    @Test
    void wrongTargetsAreRefused() {
        for (String url : new String[] {
            "ftp://example.com/", "https:///x", "/x", "https://me:pw@example.com/", "https://example.com/#a", "nonsense"
        }) {
            admin.post(WEBHOOKS, "{\"url\":\"%s\"}".formatted(url))
                    .isProblem(422, "invalid_request")
                    .names("/url", "must be an address");
        }
        admin.post(WEBHOOKS, "{}").isProblem(422, "invalid_request").names("/url", "must be an address");
        admin.post(WEBHOOKS, "{\"url\":\"https://example.com/\",\"types\":[\"$where\"]}")
                .isProblem(422, "invalid_request")
                .names("/types", "task.passed");
        admin.post(WEBHOOKS, "{\"url\":\"https://example.com/\",\"secret\":\"mine\"}")
                .isProblem(400, "unknown_field");
    }

    private JsonNode make(LocalReceiver receiver, String project, String more) {
        String body = "{\"project\":\"%s\",\"url\":\"%s\",%s}".formatted(project, receiver.url("127.0.0.1"), more);
        return admin.post(WEBHOOKS, body).is(201).json();
    }

    private Answer hook(JsonNode hook) {
        return admin.get(address(hook)).is(200);
    }

    private static String address(JsonNode hook) {
        return WEBHOOKS + "/" + hook.at("/id").asString();
    }

    /** Its newest delivery, once it was taken. */
    private JsonNode settled(JsonNode hook) {
        String log = address(hook) + "/deliveries";
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        admin.get(log).json().at("/items/0/state").asString().equals("delivered"));
        return admin.get(log).json().at("/items/0");
    }

    private Answer patch(JsonNode hook, String ifMatch, String body) {
        return admin.send(admin.request(address(hook))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(body))
                .build());
    }

    private synchronized void happened(String project, String type) {
        long sequence = events.incrementAndGet();
        gateway.bean(Store.class)
                .deciding(CollectionNames.EVENTS)
                .insertOne(new Document("_id", sequence)
                        .append("key", "k:" + sequence)
                        .append("type", type)
                        .append("project", project)
                        .append("at", Date.from(Instant.now()))
                        .append("data", new Document()));
    }

    private static String signature(String secret, Told told) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = told.id() + "." + told.timestamp() + "." + told.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
