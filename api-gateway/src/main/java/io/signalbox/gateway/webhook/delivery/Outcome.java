package io.signalbox.gateway.webhook.delivery;

import java.time.Duration;

/** What came of a try. */
public sealed interface Outcome {

    /**
     * The receiver answered.
     *
     * @param status with what
     * @param pause for how long it wants nothing more, an hour at most; zero if it did not say
     */
    record Answered(int status, Duration pause) implements Outcome {
        private static final int GONE = 410;
        private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

        public Answered {
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }

        /** It asked for no pause. */
        public Answered(int status) {
            this(status, Duration.ZERO);
        }

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
