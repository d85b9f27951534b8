package io.signalbox.scheduler.simulation.check;

/** Something that must hold does not. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message begins with the invariant or rule */
    public Violation(String message) {
        super(message);
    }

    /** The invariant or rule, without what broke it. */
    public String rule() {
        String message = String.valueOf(getMessage());
        return message.substring(0, Math.max(0, message.indexOf(':')));
    }
}
