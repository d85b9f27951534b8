package io.signalbox.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} is written from the table of codes; {@code -Dgolden.update=true} writes it anew. */
class ProblemsDocTest {
    private static final Path DOC = Path.of("../docs/problems.md");

    @Test
    void documentHasEveryCode() throws IOException {
        String text = text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOC, text);
        }

        assertThat(Files.readString(DOC))
                .as("docs/problems.md, which -Dgolden.update=true writes")
                .isEqualTo(text);
    }

    private static String text() {
        return """
            # Problems

            Every error of the API is a problem (RFC 9457, `application/problem+json`). `code` is stable and meant for programs, `detail` says what
            was expected and what was found, `errors` names the parts of the body that are wrong by JSON pointer, and `requestId` is the one in the
            header `X-Request-Id`. Where `retryable` is true, the same request may succeed after the seconds in `Retry-After`.

            This table is generated from `ErrorCode`.

            | code | status | retryable | meaning |
            | --- | --- | --- | --- |
            %s
            """.formatted(Arrays.stream(ErrorCode.values())
                .map(code -> "| `%s` | %d | %s | %s |"
                        .formatted(code.wire(), code.status(), code.isRetryable() ? "yes" : "no", code.title()))
                .collect(Collectors.joining("\n")));
    }
}
