package io.signalbox.gateway.audit;

/** A fact may not have been added to the audit log: what it is about must not be done, or not be answered. */
public final class AuditUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    AuditUnavailable(Throwable cause) {
        super("The audit log cannot be written", cause);
    }
}
