package io.signalbox.gateway.webhook.http;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.Webhooks;
import io.signalbox.gateway.webhook.delivery.Delivery;
import io.signalbox.gateway.webhook.delivery.DeliveryLog;
import io.signalbox.model.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was delivered to a webhook, sends it a test, and sends things again. */
@RestController
public final class DeliveryController {
    private static final String DELIVERIES = WebhookController.WEBHOOK + "/deliveries";

    private final Webhooks webhooks;
    private final DeliveryLog log;

    /** Shows {@code log}. */
    public DeliveryController(Webhooks webhooks, DeliveryLog log) {
        this.webhooks = webhooks;
        this.log = log;
    }

    /** The newest first; {@code next} is the id of the last one shown. */
    @GetMapping(DELIVERIES)
    @Needs(Role.OPERATOR)
    @Described(id = "listDeliveries", summary = "Lists what was delivered to a webhook, newest first")
    Page<DeliveryView> list(
            @PathVariable String id,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<String> limit,
            Caller caller) {
        int most = Parameters.limit(limit);
        List<Delivery> found = log.of(webhooks.require(id, caller.scope()), cursor, most);
        return new Page<>(
                found.stream().map(DeliveryView::of).toList(),
                found.size() < most ? null : found.getLast().id());
    }

    @PostMapping(WebhookController.WEBHOOK + "/test")
    @Needs(Role.OPERATOR)
    @Audited("webhook.test")
    @Described(id = "testWebhook", summary = "Sends a webhook a test", answers = 202, problems = ErrorCode.WEBHOOK_OFF)
    ResponseEntity<DeliveryView> test(@PathVariable String id, Caller caller) {
        Webhook webhook = webhooks.require(id, caller.scope());
        return ResponseEntity.accepted().body(DeliveryView.of(log.test(webhook)));
    }

    @PostMapping(DELIVERIES + "/{delivery}/repeat")
    @Needs(Role.OPERATOR)
    @Audited("webhook.repeat")
    @Described(
            id = "repeatDelivery",
            summary = "Sends something again",
            answers = 202,
            problems = {ErrorCode.WEBHOOK_OFF, ErrorCode.PRECONDITION_FAILED})
    ResponseEntity<DeliveryView> repeat(@PathVariable String id, @PathVariable String delivery, Caller caller) {
        Webhook webhook = webhooks.require(id, caller.scope());
        return ResponseEntity.accepted().body(DeliveryView.of(log.again(webhook, delivery)));
    }
}
