package io.signalbox.gateway.security;

import java.util.Arrays;
import java.util.Locale;

/** What the owner of a token may do. */
public enum Role {
    /** Everything, in the whole installation. */
    ADMIN;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The role of this name. */
    public static Role of(String wire) {
        return Arrays.stream(values())
                .filter(role -> role.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown role " + wire));
    }

    /** Its name in JSON and store. */
    public String wire() {
        return wire;
    }
}
