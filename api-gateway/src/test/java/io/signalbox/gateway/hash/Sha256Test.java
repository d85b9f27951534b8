package io.signalbox.gateway.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
    /** The first example of FIPS 180-4. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void hashIsThatOfTheStandard() {
        assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
    }

    @Test
    void partsAreHashedAsOneText() {
        assertThat(new Sha256().add("a").add(new byte[] {'b'}).add((byte) 'c').hex())
                .isEqualTo(OF_ABC);
    }
}
