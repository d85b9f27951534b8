package io.signalbox.gateway.log;

/** The store of logs did not answer; the same read may succeed later. */
public final class LogUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String detail;

    /** Wraps what the store's driver said. */
    public LogUnreadable(Throwable cause) {
        super(cause);
        this.detail = "The store of logs did not answer: " + cause.getMessage();
    }

    /** For the log and the caller. */
    public String detail() {
        return detail;
    }
}
