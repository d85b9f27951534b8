package io.signalbox.scheduler.loop.leadership;

/** All that a scheduler does while it leads. */
public interface Reign {

    /**
     * Begins to lead; called by {@link LeadOrFollow} in the thread that also renews, so it must return at once.
     *
     * @return ends what was begun and drops its memory; idempotent; may block for what is in flight
     */
    Runnable begin(Term term);

    /** Somebody else leads: a time to make ready. Called in that thread, too, perhaps again and again; must return at once. */
    default void follow() {}
}
