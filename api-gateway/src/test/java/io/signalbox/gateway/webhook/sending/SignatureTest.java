package io.signalbox.gateway.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.webhook.WebhookSecret;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final WebhookSecret SECRET = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1_614_265_330;
    private static final String BODY = "{\"test\": 2432232314}";

    /** The example that libraries of Standard Webhooks are tested with. */
    @Test
    void signatureIsThatOfStandardWebhooks() {
        assertThat(Signature.of(SECRET, ID, TIMESTAMP, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void everyPartIsSigned() {
        String signature = Signature.of(SECRET, ID, TIMESTAMP, BODY);
        assertThat(Signature.of(SECRET, ID + "x", TIMESTAMP, BODY)).isNotEqualTo(signature);
        assertThat(Signature.of(SECRET, ID, TIMESTAMP + 1, BODY)).isNotEqualTo(signature);
        assertThat(Signature.of(SECRET, ID, TIMESTAMP, BODY + " ")).isNotEqualTo(signature);
    }
}
