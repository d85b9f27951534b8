package io.signalbox.scheduler.core.standing;

/** Whether a runner is there. */
public final class Presence {
    private Standing now = Standing.ONLINE;

    /** Where it stands. */
    public Standing now() {
        return now;
    }

    /** It registered anew. */
    public void registered() {
        move(Move.REGISTER);
    }

    /**
     * It is silent for too long, or not any more.
     *
     * @return whether that is news
     */
    public boolean heard(Silence silence) {
        boolean news = switch (silence) {
            case TOO_LONG -> now == Standing.ONLINE;
            case OVER -> now == Standing.UNREACHABLE;
        };
        if (news) {
            move(silence == Silence.TOO_LONG ? Move.FALL_SILENT : Move.RETURN);
        }
        return news;
    }

    /**
     * It said goodbye.
     *
     * @return whether that is news
     */
    public boolean left() {
        if (now == Standing.GONE) {
            return false;
        }
        move(Move.SAY_GOODBYE);
        return true;
    }

    private void move(Move move) {
        now = StandingTransitions.after(now, move);
    }

    /** What is heard of it. */
    public enum Silence {
        TOO_LONG,
        OVER
    }
}
