package io.signalbox.runner.config.setting;

/** A setting has a wrong value; the message names it and says what it must be. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A wrong value. */
    public InvalidSettingException(String message) {
        super(message);
    }
}
