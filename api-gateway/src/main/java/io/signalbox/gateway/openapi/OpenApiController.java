package io.signalbox.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the document of the API to everybody: it names no secrets, and who writes a client has no token yet. */
@RestController
public final class OpenApiController {
    private static final String DOCUMENT = "/openapi.json";

    private final byte[] document = read();

    @GetMapping(path = DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document.clone();
    }

    private static byte[] read() {
        try (InputStream in = OpenApiController.class.getResourceAsStream(DOCUMENT)) {
            return Objects.requireNonNull(in, "the build has left out " + DOCUMENT)
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
