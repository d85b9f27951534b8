package io.signalbox.backbone.bus;

import io.signalbox.model.message.DeadLetter;

/** Why a message became a dead letter. */
public enum Poison {
    /** It is not JSON, or not what its type says. */
    MALFORMED("malformed"),
    /** This build does not know its type in its version. */
    UNKNOWN_TYPE("unknown_type"),
    /** Its handler threw. */
    HANDLER_FAILED("handler_failed");

    private static final int MOST_BODY = 4_096;

    private final String code;

    Poison(String code) {
        this.code = code;
    }

    /** The stable name in dead letters. */
    public String code() {
        return code;
    }

    /** The dead letter for {@code body}, which arrived in {@code inbox}. */
    public DeadLetter letter(Inbox inbox, String reason, String body) {
        return new DeadLetter(reason, code, inbox.toString(), body.substring(0, Math.min(body.length(), MOST_BODY)));
    }
}
