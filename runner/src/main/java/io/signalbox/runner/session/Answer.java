package io.signalbox.runner.session;

/**
 * What came of a call to the relay.
 *
 * @param <T> what a good answer carries
 */
public sealed interface Answer<T> {
    /**
     * A good one.
     *
     * @param value what it carries
     */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * The relay refused the call.
     *
     * @param status HTTP status, 400 to 499
     * @param reason the relay's words
     */
    record Refused<T>(int status, String reason) implements Answer<T> {
        /** Whether it does not know the token. */
        public boolean unknownToken() {
            return status == 401 || status == 403 || status == 404;
        }
    }

    /**
     * No answer, a broken one, or one of a relay that cannot work at the moment.
     *
     * @param cause what happened
     */
    record Unavailable<T>(String cause) implements Answer<T> {}
}
