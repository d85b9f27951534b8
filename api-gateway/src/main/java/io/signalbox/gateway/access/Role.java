package io.signalbox.gateway.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do in the projects that it reaches. Each role includes all those before it. */
public enum Role {
    /** Looks at tasks, logs, events and the fleet. */
    VIEWER,
    /** Submits, repeats and cancels tasks. */
    SUBMITTER,
    /** Keeps secrets; who reaches all projects keeps runners and pools, too. */
    OPERATOR,
    /** Gives others tokens. */
    OWNER,
    /** Everything, in the whole installation. */
    ADMIN;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The role of this name. */
    public static Role of(String wire) {
        return find(wire).orElseThrow(() -> new IllegalArgumentException("unknown role " + wire));
    }

    /** The role of this name, if there is one. */
    public static Optional<Role> find(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire.equals(wire)).findFirst();
    }

    /** Whether who has this role may do what {@code other} may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** Its name in JSON and store. */
    public String wire() {
        return wire;
    }
}
