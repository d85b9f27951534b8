package io.signalbox.bench.adapter.fleet;

/**
 * What a request came to.
 *
 * @param status its HTTP status
 * @param body what came with it
 */
record Answer(int status, String body) {

    /** The body of an answer that has this status; fails with another one. */
    String expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Answered with " + status + " instead of " + expected);
        }
        return body;
    }
}
