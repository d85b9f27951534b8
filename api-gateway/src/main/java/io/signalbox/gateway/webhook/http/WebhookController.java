package io.signalbox.gateway.webhook.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.revision.Revision;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.webhook.WantedWebhook;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.WebhookSecret;
import io.signalbox.gateway.webhook.Webhooks;
import io.signalbox.gateway.webhook.delivery.DeliveryLog;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.ProjectName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows, makes, changes and removes webhooks. */
@RestController
public final class WebhookController {
    static final String WEBHOOKS = "/api/v1/webhooks";
    static final String WEBHOOK = WEBHOOKS + "/{id}";

    private final JsonBody json;
    private final Webhooks webhooks;
    private final DeliveryLog deliveries;
    private final SecureRandom random;

    /** Ids and secrets come of {@code random}. */
    public WebhookController(JsonBody json, Webhooks webhooks, DeliveryLog deliveries, SecureRandom random) {
        this.json = json;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.random = random;
    }

    /** Body that says of which project a new webhook is, and what it is to be. */
    record NewWebhook(
            @Nullable ProjectName project,
            @Nullable String name,
            @Nullable String url,
            @Nullable List<@Nullable String> types,
            @Nullable Boolean enabled) {
        WantedWebhook wanted() {
            return new WantedWebhook(name, url, types, enabled);
        }
    }

    /** A new webhook; the only answer that ever has its secret. */
    record Issued(@JsonUnwrapped WebhookView webhook, String secret) {}

    @GetMapping(WEBHOOKS)
    @Needs(Role.OPERATOR)
    @Described(id = "listWebhooks", summary = "Lists webhooks, without their secrets")
    Page<WebhookView> list(@RequestParam Optional<String> project, Caller caller) {
        Scope scope =
                caller.scope().narrowedTo(project.map(text -> Parameters.parse("project", text, ProjectName::new)));
        return new Page<>(webhooks.in(scope).stream().map(WebhookView::of).toList(), null);
    }

    @GetMapping(WEBHOOK)
    @Needs(Role.OPERATOR)
    @Described(id = "getWebhook", summary = "Shows a webhook, without its secret", revised = true)
    ResponseEntity<WebhookView> get(@PathVariable String id, Caller caller) {
        return shown(webhooks.require(id, caller.scope()));
    }

    @PostMapping(path = WEBHOOKS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.OPERATOR)
    @Audited("webhook.make")
    @Described(
            id = "createWebhook",
            summary = "Makes a webhook; the only answer with its secret",
            reads = NewWebhook.class,
            answers = 201,
            revised = true,
            problems = ErrorCode.TOO_MANY)
    ResponseEntity<Issued> make(InputStream body, Caller caller) throws IOException {
        NewWebhook wanted = json.small(body, NewWebhook.class);
        webhooks.check(wanted.wanted());
        ProjectName project = Objects.requireNonNullElse(wanted.project(), ProjectName.DEFAULT);
        caller.refusal(project).ifPresent(problem -> {
            throw problem.toException();
        });
        WebhookSecret secret = WebhookSecret.random(random);
        Webhook made = webhooks.make(WebhookId.random(random), project, wanted.wanted(), secret);
        return ResponseEntity.created(URI.create(WEBHOOKS + "/" + made.id()))
                .eTag(Revision.tag(made.version()))
                .body(new Issued(WebhookView.of(made), secret.text()));
    }

    /** Changes what is named; null takes it back to what is usual. */
    @PatchMapping(path = WEBHOOK, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.OPERATOR)
    @Audited("webhook.change")
    @Described(
            id = "changeWebhook",
            summary = "Changes what is named of a webhook; null takes it back to what is usual",
            reads = WantedWebhook.class,
            revised = true,
            problems = ErrorCode.PRECONDITION_FAILED)
    ResponseEntity<WebhookView> change(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            InputStream body,
            Caller caller)
            throws IOException {
        ObjectNode patch = json.patch(body);
        return shown(Revision.edit(
                ifMatch,
                () -> webhooks.require(id, caller.scope()),
                Webhook::version,
                known -> webhooks.change(known, json.merged(patch, wanted(known), WantedWebhook.class))));
    }

    @DeleteMapping(WEBHOOK)
    @Needs(Role.OPERATOR)
    @Audited("webhook.remove")
    @Described(id = "removeWebhook", summary = "Removes a webhook", answers = 204)
    ResponseEntity<Void> remove(@PathVariable String id, Caller caller) {
        Webhook webhook = webhooks.require(id, caller.scope());
        webhooks.remove(webhook);
        deliveries.remove(webhook);
        return ResponseEntity.noContent().build();
    }

    private static WantedWebhook wanted(Webhook known) {
        return new WantedWebhook(
                known.target().name(),
                known.target().url().toString(),
                List.copyOf(known.target().types()),
                known.isOn());
    }

    private static ResponseEntity<WebhookView> shown(Webhook webhook) {
        return Revision.shown(WebhookView.of(webhook), webhook.version());
    }
}
