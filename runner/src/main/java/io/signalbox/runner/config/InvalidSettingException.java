package io.signalbox.runner.config;

/** A setting has a wrong value; the message names it and says what it must be. */
final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidSettingException(String message) {
        super(message);
    }
}
