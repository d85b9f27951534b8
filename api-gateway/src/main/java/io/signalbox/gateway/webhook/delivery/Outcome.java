package io.signalbox.gateway.webhook.delivery;

/** What came of a try. */
public sealed interface Outcome {

    /**
     * The receiver answered.
     *
     * @param status with what
     */
    record Answered(int status) implements Outcome {
        private static final int GONE = 410;

        /** Whether it took what it was told. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** It wants nothing any more (Standard Webhooks). */
        boolean isGone() {
            return status == GONE;
        }
    }

    /**
     * There was no answer.
     *
     * @param why for people; nothing that the receiver said
     */
    record Unanswered(String why) implements Outcome {}
}
