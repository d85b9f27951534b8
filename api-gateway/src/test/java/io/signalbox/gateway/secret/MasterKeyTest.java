package io.signalbox.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    private static final String VALUE = "a value that must not be seen";

    private final SecureRandom random = new SecureRandom();
    private final String text = MasterKey.fresh(random);
    private final MasterKey key = MasterKey.of(text, random);

    @Test
    void whatWasSealedOpensUnderTheSameKeyOnly() throws GeneralSecurityException {
        String sealed = key.seal(VALUE, "p:N");
        assertThat(MasterKey.of(text, random).open(sealed, "p:N")).isEqualTo(VALUE);
        MasterKey other = MasterKey.of(MasterKey.fresh(random), random);
        assertThat(other.id()).isNotEqualTo(key.id());
        assertThatThrownBy(() -> other.open(sealed, "p:N")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void valueThatWasMovedToAnotherPlaceDoesNotOpen() {
        String sealed = key.seal(VALUE, "p:N");
        assertThatThrownBy(() -> key.open(sealed, "q:N")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void sameValueIsNeverSealedToTheSameBytes() {
        assertThat(key.seal(VALUE, "p:N")).isNotEqualTo(key.seal(VALUE, "p:N"));
        assertThat(new String(Base64.getDecoder().decode(key.seal(VALUE, "p:N")), StandardCharsets.ISO_8859_1))
                .doesNotContain("value");
    }

    @Test
    void wrongKeyFileIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> MasterKey.of("secret text", random))
                .hasMessageContaining("padded base64")
                .hasMessageNotContaining("secret text");
        assertThatThrownBy(() -> MasterKey.of("AAAA", random)).hasMessageContaining("32 bytes, but has 3");
    }
}
