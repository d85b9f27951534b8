package io.signalbox.cli.api;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A good answer.
 *
 * @param status of HTTP
 * @param body its text
 * @param date the server's time
 */
public record Reply(int status, String body, Optional<Instant> date) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What it says. */
    public Doc doc() {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isContainer()) {
                return new Doc(node);
            }
        } catch (JacksonException e) {
            // Answered below, as any other text that no gateway would send.
        }
        throw new Failure(
                ExitCode.REFUSED, "What answers is no gateway of Signalbox: it sent no JSON. Is the address right?");
    }
}
